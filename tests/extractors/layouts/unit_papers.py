"""A unit's own papers: bank accounts, commitments, rules, pictures."""

from tests.extractors.layouts import paper

UNIT_PAPERS = (
    paper(
        "commitment_letter",
        "the company under the date",
        """
真实性承诺书
我公司承诺所提供材料真实有效。
特此承诺。
\t\t2026年1月15日
\t\t北京朗润新材料有限公司
""",
        company_name="北京朗润新材料有限公司",
        committed_on="2026-01-15",
    ),
    paper(
        "bank_account",
        "a receipt of account opening of a bank's app",
        """
对公账户详情
账户名称
北京蓝湾能源科技有限公司
账号
110060576018800012345
开户网点
交通银行北京经济技术开发区支行
账户类型
基本户
账户状态
正常
""",
        account_name="北京蓝湾能源科技有限公司",
        account_number="110060576018800012345",
        bank_name="交通银行北京经济技术开发区支行",
    ),
    paper(
        "bank_account",
        "a letter for payment with account in one run",
        """
收款账户确认函
北京经济技术开发区财政局：
我单位收款账户信息为：北京天工模具有限公司，中国民生银行股份有限公司北京亦庄支行，账号690012345，特此确认。
北京天工模具有限公司
2026年1月9日
""",
        account_number="690012345",
        bank_name="中国民生银行股份有限公司北京亦庄支行",
    ),
    paper(
        "bank_account",
        "a table of the template",
        """
银行账户信息
单位名称（盖章）\t\t北京恒岳机床集团有限公司
开户银行\t\t中国工商银行股份有限公司
\t\t北京经济技术开发区支行
银行账号\t\t0200 0595 0902 4567 891
联行号\t\t102100001231
联系人\t\t柳青青
""",
        account_name="北京恒岳机床集团有限公司",
        account_number="0200059509024567891",
        bank_name="中国工商银行股份有限公司北京经济技术开发区支行",
        bank_code="102100001231",
    ),
    paper(
        "bank_account",
        "the bank's record of the basic account",
        """
基本存款账户信息
账户名称：北京奥森生物科技股份有限公司
账户号码：110902345678901
开户银行：招商银行股份有限公司北京亦庄支行
法定代表人：季明
（单位负责人）
基本存款账户编号：J1000123456701
2020 年 05 月 18 日
""",
        account_name="北京奥森生物科技股份有限公司",
        account_number="110902345678901",
        bank_name="招商银行股份有限公司北京亦庄支行",
    ),
    paper(
        "bank_account",
        "the older permit in a sentence",
        """
开户许可证
核准号：J1000056789001                编号：1000-01234567
经审核，北京金轮轴承有限公司 符合开户条件，准予
开立基本存款账户。
法定代表人（单位负责人） 申屠建业    开户银行 中国建设银行股份有限公司北京开发区支行
账    号 11001029500053012345
发证机关（盖章）
2012 年 5 月 8 日
""",
        account_name="北京金轮轴承有限公司",
        account_number="11001029500053012345",
        bank_name="中国建设银行股份有限公司北京开发区支行",
    ),
    paper(
        "bank_account",
        "a sentence with a list, stamped by the unit",
        """
收款账户信息
北京经济技术开发区人才服务中心：
现将我单位收款账户信息提供如下：
1、户  名、北京赛维检测技术有限公司
2、开户行、中国农业银行北京亦庄支行营业部
3、账  号、11-230101040012345
4、行  号、103100002224
北京赛维检测技术有限公司
2026年1月15日
""",
        account_name="北京赛维检测技术有限公司",
        account_number="11230101040012345",
        bank_name="中国农业银行北京亦庄支行营业部",
        bank_code="103100002224",
    ),
    paper(
        "bank_account",
        "particulars for invoices",
        """
开票及账户信息
公司名称\t北京蓝湾能源科技有限公司
纳税人识别号\t91110302MA01ABCD5E
地址、电话\t北京市北京经济技术开发区科创十四街20号 010-67880000
开户行及账号\t交通银行北京经济技术开发区支行 110060576018800012345
行号\t301100001233
""",
        account_name="北京蓝湾能源科技有限公司",
        account_number="110060576018800012345",
        bank_name="交通银行北京经济技术开发区支行",
    ),
    paper(
        "bank_account",
        "a bank's certificate of account",
        """
账户证明
兹证明北京汇川电子有限责任公司在我行开立基本存款账户，
账户名称：北京汇川电子有限责任公司
账   号：8110701012301234567
开户机构：中信银行北京经济技术开发区支行
特此证明。
中信银行北京经济技术开发区支行
2026年01月12日
""",
        account_name="北京汇川电子有限责任公司",
        account_number="8110701012301234567",
        bank_name="中信银行北京经济技术开发区支行",
    ),
    paper(
        "commitment_letter",
        "signed at the foot",
        """
承 诺 书
北京经济技术开发区管理委员会：
    我单位申报2026年经开区技能大师工作室认定资助，现郑重承诺如下：
一、所提供的全部材料真实、合法、有效。
二、如有虚假，愿承担相应法律责任。
        承诺单位（公章）：北京合众精工制造有限公司
        法定代表人（签字）：
        2026 年 1 月 19 日
""",
        company_name="北京合众精工制造有限公司",
        committed_on="2026-01-19",
    ),
    paper(
        "commitment_letter",
        "the unit named at the head",
        """
诚信承诺书
本单位（北京采育红叶农业专业合作社）郑重承诺：
1.申报材料真实准确。
2.自愿接受监督检查。
        承诺人（盖章）：
        日期：二〇二六年一月二十日
""",
        company_name="北京采育红叶农业专业合作社",
        committed_on="2026-01-20",
    ),
    paper(
        "management_rules",
        "four chapters of one set of rules",
        """
北京智能制造装备行业协会技能大师工作室管理办法
第一章 总则
第一条 为规范工作室运行，制定本办法。
第二章 领办人岗位职责
第三章 经费使用管理规定
第四章 档案资料管理规定
第五章 日常工作制度
2025年12月1日
""",
        company_name="北京智能制造装备行业协会",
        sections=["leader_duties", "funds", "archives", "work_rules"],
    ),
    paper(
        "site_photos",
        "captions below the pictures",
        """
工作室场所照片
申报单位：北京天工模具有限公司
图1 工作室门牌
图2 实训区全景
""",
        company_name="北京天工模具有限公司",
    ),
    paper(
        "bank_account",
        "labels above values",
        """
单位银行账户信息表
账户名称\t\t\t开户银行
北京朗润新材料有限公司\t\t\t中国银行北京开发区支行
账号\t\t\t联行号
335678901234\t\t\t104100000004
""",
        account_name="北京朗润新材料有限公司",
        bank_name="中国银行北京开发区支行",
        account_number="335678901234",
        bank_code="104100000004",
    ),
    paper(
        "bank_account",
        "numbered sentence",
        """
关于提供银行账户信息的说明
我单位北京朗润新材料有限公司的收款账户信息如下：
开户名称为北京朗润新材料有限公司，开户银行为上海浦东发展银行北京经济技术开发区支行，
银行账号为91200078801200001234，大额支付系统行号为310100000308。
特此说明。
北京朗润新材料有限公司（公章）
2026年1月16日
""",
        account_name="北京朗润新材料有限公司",
        bank_name="上海浦东发展银行北京经济技术开发区支行",
        account_number="91200078801200001234",
    ),
    paper(
        "bank_account",
        "e-bank statement",
        """
中国建设银行单位活期账户对账单
户名：北京朗润新材料有限公司\t账号：11050138360000001234
开户机构：中国建设银行北京开发区支行\t币种：人民币
日期\t摘要\t借方\t贷方\t余额
20260105\t转账\t1000.00\t\t25000.00
""",
        account_name="北京朗润新材料有限公司",
        account_number="11050138360000001234",
        bank_name="中国建设银行北京开发区支行",
    ),
    paper(
        "commitment_letter",
        "spaces and handwriting",
        """
申报单位承诺书
        北京朗润新材料有限公司 承诺：
一、提交的所有材料真实有效；
二、资金专款专用；
三、接受监督检查，失信愿承担法律责任。
单位（公章）                        法定代表人（签字）：
                              2026年 1月 18日
""",
        company_name="北京朗润新材料有限公司",
        committed_on="2026-01-18",
    ),
    paper(
        "management_rules",
        "table of contents",
        """
技能大师工作室管理制度汇编
北京天工模具有限公司
二〇二五年十月
目 录
1 大师工作职责 ........ 1
2 工作室日常管理规定 ........ 3
3 专项资金使用管理办法 ........ 5
4 技术资料档案管理规定 ........ 7
""",
        company_name="北京天工模具有限公司",
        sections=["leader_duties", "funds", "archives", "work_rules"],
    ),
    paper(
        "bank_account",
        "account in blocks with dashes, bank short",
        """
收款信息
收款单位：北京汇川电子有限责任公司
开户行：工行北京经济技术开发区支行
账户：0200-0590-1920-0123-456
开户行行号：102100001231
""",
        account_name="北京汇川电子有限责任公司",
        bank_name="工行北京经济技术开发区支行",
        account_number="0200059019200123456",
        bank_code="102100001231",
    ),
    paper(
        "bank_account",
        "long labels",
        """
银行账户信息
单位全称：\t北京智能制造装备行业协会
开户银行名称（支行）：\t北京银行股份有限公司经济技术开发区支行
单位银行结算账户账号：\t20000012345600012345678
支付系统行号（12位）：\t313100007890
""",
        account_name="北京智能制造装备行业协会",
        bank_name="北京银行股份有限公司经济技术开发区支行",
        account_number="20000012345600012345678",
        bank_code="313100007890",
    ),
    paper(
        "commitment_letter",
        "template with blanks",
        """
附件3
            承 诺 书
我单位 北京智能制造装备行业协会 （统一社会信用代码：511100005000212389）申报2026年度技能大师工作室项目，
现郑重承诺如下：
1. 申报材料真实、准确、完整、有效。
单位名称（盖章）：北京智能制造装备行业协会
法定代表人（签字或盖章）：
签署日期：2026.01.21
""",
        company_name="北京智能制造装备行业协会",
        committed_on="2026-01-21",
    ),
    paper(
        "site_photos",
        "table with address",
        """
技能大师工作室场所照片
单位名称\t北京恒岳机床集团有限公司
地址\t北京市北京经济技术开发区荣华中路10号
拍摄日期\t2026年1月10日
工作室外景\t工作室内景
""",
        company_name="北京恒岳机床集团有限公司",
    ),
    paper(
        "bank_account",
        "the bank's stamp page",
        """
中国工商银行 单位账户信息确认单
客户名称：北京恒岳机床集团有限公司
账号：0200059509024567891
账户性质：基本户
开户网点：中国工商银行北京经济技术开发区支行
大额支付号：102100001231
打印日期：2026年01月10日
""",
        account_name="北京恒岳机床集团有限公司",
        account_number="0200059509024567891",
        bank_name="中国工商银行北京经济技术开发区支行",
        bank_code="102100001231",
    ),
    paper(
        "bank_account",
        "a letter by the bank",
        """
                        开户证明
兹有 北京恒岳机床有限公司 在我行开立单位基本存款账户，账号为0200 0436 0900 6812 345，
账户状态正常，特此证明。
                          中国工商银行股份有限公司北京亦庄支行
                          2026年1月8日
""",
        account_name="北京恒岳机床有限公司",
        account_number="0200043609006812345",
        bank_name="中国工商银行股份有限公司北京亦庄支行",
    ),
    paper(
        "site_photos",
        "a plate at the door above a caption",
        """
\t北京曜城机床有限公司
\t数控楼三层入口（东侧）
""",
        company_name="北京曜城机床有限公司",
    ),
    paper(
        "site_photos",
        "a picture of the gate with the day it was taken",
        """
\t北京曜城机床有限公司
\t厂区大门
\t拍摄于2026年1月9日
""",
        company_name="北京曜城机床有限公司",
    ),
    paper(
        "bank_account",
        "one row under the heads of a table",
        """
银行账户信息表
账户名称\t开户银行\t银行账号
北京亦程精密制造有限公司\t交通银行北京亦庄支行\t110060123018150012345
""",
        account_number="110060123018150012345",
    ),
    paper(
        "bank_account",
        "a unit's own sheet whose label was read with a tick",
        """
北京亦程精密制造有限公司
公司账户资料
户 ☑名\t北京亦程精密制造有限公司
纳税人识别号\t91110302MA01ABCD5E
开户行\t中国银行股份有限公司北京永昌支行
账号\t351038884834
行号\t104100061503
账户类型\t基本存款账户
预留印鉴
单位公章：
""",
        account_number="351038884834",
        bank_name="中国银行股份有限公司北京永昌支行",
        bank_code="104100061503",
    ),
    paper(
        "management_rules",
        "duties that speak of 公司",
        """
        大师工作室领办人职责
1. 负责工作室的日常管理，制定工作计划并组织实施；
2. 承担公司重大技术攻关项目，解决生产一线技术难题；
3. 每年带徒不少于3人，开展技能培训不少于40学时；
4. 推广先进操作法，总结绝技绝活。
        洛阳中信精铸有限公司
""",
        company_name="洛阳中信精铸有限公司",
        sections=["leader_duties"],
    ),
    paper(
        "management_rules",
        "rules in numbered lines",
        """
广东粤海电梯工程有限公司
“匠心”技能大师工作室规章制度
1  工作制度
1.1 工作室成员须遵守公司各项规章制度和安全操作规程。
1.2 每周五下午召开技术研讨会，做好会议记录。
1.3 实行年度考核制度。
2  经费管理制度
2.1 公司每年拨付工作室专项经费不低于10万元。
2.2 经费支出须附合法票据，由领办人签字后报财务部。
""",
        company_name="广东粤海电梯工程有限公司",
        sections=["funds", "work_rules"],
    ),
    paper(
        "management_rules",
        "duties under titles in 【】",
        """
        匠心工作室运行手册（节选）
        编：芜湖皖江铝箔有限公司
【大师职责】大师是工作室第一责任人，负责选题、带徒、验收。
【经费使用】年度经费不低于10万元，支出须附发票与验收单。
【资料档案】一人一档，一题一卷，电子版同步备份。
【行为规范】按时出勤，遵守操作规程，保守技术秘密。
""",
        company_name="芜湖皖江铝箔有限公司",
        sections=["leader_duties", "funds", "archives", "work_rules"],
    ),
    paper(
        "management_rules",
        "leader duties only, one page posted",
        """
        技能大师工作室领办人岗位职责
一、贯彻执行公司各项规章制度，负责工作室的日常管理。
二、负责组织技术创新、技能攻关和成果推广。
三、每年带徒不少于5人，签订师徒协议。
四、负责工作室安全生产工作。
        北京卓航增材制造技术有限公司
""",
        company_name="北京卓航增材制造技术有限公司",
        sections=["leader_duties"],
    ),
)
