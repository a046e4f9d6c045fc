"""Award certificates and decisions as strangers print them."""

from tests.extractors.layouts import ABSENT, paper

AWARDS = (
    paper(
        "award_certificate",
        "a commended team of a youth league",
        """
奖 状
    谭国栋同志在二○二一年度“安康杯”竞赛活动中表现突出，被评为
优秀个人
    特发此状，以资鼓励。
北京市安全生产监督管理局  北京市总工会
二○二一年十二月
""",
        recipient_name="谭国栋",
        honour="优秀个人",
    ),
    paper(
        "award_certificate",
        "two organisations award together",
        """
荣 誉 证 书
授予 陈立 同志“经开区工匠”称号
北京经济技术开发区总工会
北京经济技术开发区人力资源和社会保障局
2024年5月1日
证号：JKGJ-2024-0031
""",
        recipient_name="陈立",
        honour="经开区工匠",
        awarded_on="2024-05-01",
        certificate_number="JKGJ-2024-0031",
    ),
    paper(
        "award_certificate",
        "a contest with 选手, project and rank",
        """
获奖证书
选手姓名：龚如意
代表队：北京经济技术开发区
在第一届全国职业技能大赛数控车项目中荣获
银 牌
第一届全国职业技能大赛组委会
2020年12月13日
""",
        recipient_name="龚如意",
        honour="银牌",
        issuer="第一届全国职业技能大赛组委会",
        awarded_on="2020-12-13",
    ),
    paper(
        "award_certificate",
        "a certificate whose number says 证书编号：第…号",
        """
荣誉证书
韩立群同志：
    在2022年度工作中成绩突出，被评为“北京市技术能手”。
特发此证，以资鼓励。
北京市人力资源和社会保障局
二〇二三年一月
证书编号：第2022015号
""",
        recipient_name="韩立群",
        honour="北京市技术能手",
        issuer="北京市人力资源和社会保障局",
        certificate_number="2022015",
    ),
    paper(
        "award_certificate",
        "an honour in guillemets, granted to a person of a unit",
        """
荣誉证书
    兹授予北京恒岳机床集团有限公司谭国栋同志“北京市劳动模范”荣誉称号。
特颁此证
                              中共北京市委员会
                              北京市人民政府
                              二〇二〇年十二月
""",
        recipient_name="谭国栋",
        honour="北京市劳动模范",
    ),
    paper(
        "award_certificate",
        "a competition's prize by rank",
        """
获 奖 证 书
证书编号：BJJN-2022-0187
于海洋 同志：
    在第五届北京市职业技能大赛电工（决赛）中荣获一等奖，
特发此证，以资鼓励。
                              北京市职业技能大赛组织委员会
                              2022年11月30日
""",
        recipient_name="于海洋",
        honour="一等奖",
        issuer="北京市职业技能大赛组织委员会",
        awarded_on="2022-11-30",
        certificate_number="BJJN-2022-0187",
    ),
    paper(
        "award_certificate",
        "an honour without quotes",
        """
证  书
沈一凡：
    被评为2021年度北京市优秀青年工程师。
    特发此证
                              北京市科学技术协会
                              2021年12月16日
""",
        recipient_name="沈一凡",
        honour="2021年度北京市优秀青年工程师",
        issuer="北京市科学技术协会",
        awarded_on="2021-12-16",
    ),
    paper(
        "award_certificate",
        "a unit as recipient",
        """
荣誉证书
北京奥森生物科技股份有限公司：
    在2023年度安全生产工作中成绩突出，被授予“安全生产先进单位”称号。
特发此证，以资鼓励。
                              北京经济技术开发区总工会
                              二〇二四年元月十日
""",
        recipient_name="北京奥森生物科技股份有限公司",
        honour="安全生产先进单位",
        issuer="北京经济技术开发区总工会",
        awarded_on="2024-01-10",
    ),
    paper(
        "award_certificate",
        "the State Council's special allowance",
        """
政府特殊津贴
证    书
谭国栋同志：
    为了表彰您为发展我国工程技术事业做出的突出贡献，特决定从2016年1月起发给政府特殊津贴并颁发证书。
政府特殊津贴第2016-012-345号
                              中华人民共和国国务院
                              2016年12月30日
""",
        recipient_name="谭国栋",
        honour="政府特殊津贴",
        issuer="中华人民共和国国务院",
        awarded_on="2016-12-30",
    ),
    paper(
        "award_certificate",
        "a table: name, prize, issuer, date",
        """
全国行业职业技能竞赛获奖证书
获奖者姓名：岳小川
参赛项目：工业机器人技术应用
获奖等级：二等奖
颁奖单位：中国机械工业联合会
颁奖日期：2019.10.28
证书编号：JX201910280052
""",
        recipient_name="岳小川",
        honour="二等奖",
        issuer="中国机械工业联合会",
        awarded_on="2019-10-28",
        certificate_number="JX201910280052",
    ),
    paper(
        "award_certificate",
        "a heritage bearer",
        """
证  书
    龚如意 被认定为市级非物质文化遗产代表性项目 京绣 代表性传承人。
                              北京市文化和旅游局
                              2018年5月18日
编号：05-VII-112
""",
        recipient_name="龚如意",
        issuer="北京市文化和旅游局",
        awarded_on="2018-05-18",
    ),
    paper(
        "award_certificate",
        "authority in the sentence, date at its foot",
        """
荣 誉 证 书
授予：戚继红同志
“经开工匠”称号
北京经济技术开发区工会委员会
2024.04.30
""",
        recipient_name="戚继红",
        honour="经开工匠",
        awarded_on="2024-04-30",
        issuer="北京经济技术开发区工会委员会",
    ),
    paper(
        "award_certificate",
        "you, in a letter's manner",
        """
奖    状
廖 凡 同志：
    在2022年度“安康杯”竞赛活动中，工作积极，成绩显著，被评为先进个人，特发此状，以资鼓励。
                              北京市总工会
                              二O二三年三月
""",
        recipient_name="廖凡",
        honour="先进个人",
        issuer="北京市总工会",
    ),
    paper(
        "award_certificate",
        "granted title with long prose",
        """
北京市人力资源和社会保障局
关于授予岳小川同志“北京市技术能手”称号的决定
岳小川同志在第四届北京大工匠选树活动中表现突出，经研究，决定授予“北京市技术能手”荣誉称号。
北京市人力资源和社会保障局
2019年6月18日
""",
        recipient_name="岳小川",
        honour="北京市技术能手",
        awarded_on="2019-06-18",
        issuer="北京市人力资源和社会保障局",
    ),
    paper(
        "award_certificate",
        "a decision about several, of whom none is the recipient",
        """
            北京市总工会文件
            京工发〔2023〕12号
      关于表彰北京市职工技术创新标兵的决定
各区总工会：
    经研究，决定授予张三、李四同志“北京市职工技术创新标兵”称号。
                          北京市总工会
                          2023年4月28日
""",
        recipient_name=ABSENT,
        honour="北京市职工技术创新标兵",
        issuer="北京市总工会",
        awarded_on="2023-04-28",
    ),
    paper(
        "award_certificate",
        "a decision that names one",
        """
         中共北京经济技术开发区工作委员会
   关于命名第三届“亦城工匠”的决定
各相关单位：
    经推荐评审，决定命名北京恒岳机床有限公司陈立同志为第三届“亦城工匠”。
                          北京经济技术开发区总工会
                          2021年11月5日
""",
        recipient_name="陈立",
        honour="亦城工匠",
        issuer="北京经济技术开发区总工会",
        awarded_on="2021-11-05",
    ),
    paper(
        "award_certificate",
        "a heading about those who won it",
        """
       北京市机械冶金工会
   关于公布“冶金工匠”获得者的决定
各基层工会：
    经评审，决定公布“冶金工匠”获得者名单，名单附后。
                    北京市机械冶金工会
                    2021年12月6日
""",
        recipient_name=ABSENT,
        honour="冶金工匠",
        issuer="北京市机械冶金工会",
        awarded_on="2021-12-06",
    ),
    paper(
        "award_certificate",
        "a list of names in an annex",
        """
       北京市工业工会
   关于公布2022年“工业先锋”名单的通报
各基层工会：
    经评审，确定2022年“工业先锋”人选，现将名单予以公布。
                    北京市工业工会
                    2022年12月20日
""",
        """
附件 “工业先锋”名单
序号\t姓名\t单位
1\t陈立\t北京一公司
2\t王芳\t北京二公司
""",
        recipient_name=ABSENT,
        honour="工业先锋",
        issuer="北京市工业工会",
        awarded_on="2022-12-20",
    ),
    paper(
        "award_certificate",
        "several addressed at the head of a certificate",
        """
荣誉证书
张伟、王芳、李四同志：
    在2022年度工作中表现突出，被评为“优秀班组”，特发此证。
                    北京恒岳机床有限公司
                    2022年12月20日
""",
        recipient_name=ABSENT,
        honour="优秀班组",
    ),
    paper(
        "award_certificate",
        "the honour below who was granted it",
        """
         奖　牌
授予：陈立同志
        亦城工匠
    北京经济技术开发区总工会
""",
        recipient_name="陈立",
        honour="亦城工匠",
    ),
    paper(
        "award_certificate",
        "the honour between who was granted it and the word for it",
        """
授予 陈立 同志
        亦城工匠
荣誉称号
    北京经济技术开发区总工会
    2021年5月6日
""",
        recipient_name="陈立",
        honour="亦城工匠",
        issuer="北京经济技术开发区总工会",
    ),
    paper(
        "award_certificate",
        "the honour without a word behind who was granted it",
        """
荣誉证书
授予：陈立同志
开发区金牌班组长
        特发此证
    北京经济技术开发区总工会
""",
        recipient_name="陈立",
        honour="开发区金牌班组长",
    ),
    paper(
        "award_certificate",
        "a notice addressed to the employer of the one it names",
        """
关于认定2022年度北京市级技能大师工作室领办人的通知
北京恒岳机床有限公司：
    经评审，认定陈立为北京市级技能大师工作室领办人。
                  北京市人力资源和社会保障局
                  2022年11月30日
""",
        recipient_name="陈立",
        honour="北京市级技能大师工作室领办人",
        issuer="北京市人力资源和社会保障局",
        awarded_on="2022-11-30",
    ),
    paper(
        "award_certificate",
        "a medal granted to 您",
        """
首都劳动奖章证书
陈立 同志：
  授予您首都劳动奖章。
证书编号：2022-0345
北京市总工会
""",
        recipient_name="陈立",
        honour="首都劳动奖章",
    ),
    paper(
        "award_certificate",
        "medal certificate",
        """
全国五一劳动奖章
证 书
授予 岳小川
全国五一劳动奖章
中华全国总工会
二〇二一年四月
编号：20210456
""",
        recipient_name="岳小川",
        honour="全国五一劳动奖章",
        issuer="中华全国总工会",
    ),
    paper(
        "award_certificate",
        "project prize",
        """
科学技术进步奖
证书
为表彰北京市科学技术进步奖获得者，特颁发此证书。
项目名称：高精度轴承制造关键技术
奖励等级：二等奖
获奖者：申屠建业
证书号：2020-J-123-2-05-R02
北京市人民政府
2021年5月20日
""",
        recipient_name="申屠建业",
        honour="二等奖",
        issuer="北京市人民政府",
        awarded_on="2021-05-20",
        certificate_number="2020-J-123-2-05-R02",
    ),
    paper(
        "award_certificate",
        "team award, spaced prose",
        """
荣 誉 证 书
谭国栋 创新工作室：
被命名为 “ 北京市级职工创新工作室 ” 。
北京市总工会 北京市科学技术委员会
二零一九年十一月
""",
        honour="北京市级职工创新工作室",
    ),
    paper(
        "award_certificate",
        "granted by ministry, honour title in book quotes",
        """
荣誉证书
HONORARY CREDENTIAL
岳小川 同志
荣获“全国技术能手”称号
特颁此证
人力资源和社会保障部
二〇二一年十二月二十日
证书编号：QGJSNS-2021-0187
""",
        recipient_name="岳小川",
        honour="全国技术能手",
        issuer="人力资源和社会保障部",
        awarded_on="2021-12-20",
        certificate_number="QGJSNS-2021-0187",
    ),
    paper(
        "award_certificate",
        "two names, first prize of a competition",
        """
获奖证书
岳小川、谭国栋：
在2023年全国行业职业技能竞赛——第三届全国机械行业职业技能竞赛中，荣获 团体 第一名 。
特发此证。
中国机械工业联合会
2023 年 10 月 12 日
""",
        issuer="中国机械工业联合会",
        awarded_on="2023-10-12",
    ),
    paper(
        "award_certificate",
        "studio plaque in prose",
        """
证书
兹认定 谭国栋技能大师工作室
为“北京市首席技师工作室”
建设单位：北京恒岳机床集团有限公司
北京市人力资源和社会保障局
二〇一八年七月
""",
        honour="北京市首席技师工作室",
        issuer="北京市人力资源和社会保障局",
    ),
    paper(
        "award_certificate",
        "year of the honour inside the quotes",
        """
荣誉证书
授予 陈立 同志：
“2022年度北京市技术能手”荣誉称号
北京市人力资源和社会保障局
2023年1月16日
""",
        recipient_name="陈立",
        honour="2022年度北京市技术能手",
        issuer="北京市人力资源和社会保障局",
        awarded_on="2023-01-16",
    ),
    paper(
        "award_certificate",
        "outstanding worker with no quotes and a unit",
        """
荣誉证书
北京恒岳机床集团有限公司 谭国栋：
荣获2021年“北京大工匠”称号，特发此证。
北京市总工会 北京市人力资源和社会保障局
2021年12月
""",
        recipient_name="谭国栋",
        honour="北京大工匠",
    ),
    paper(
        "award_certificate",
        "a plaque for a person, without a word about certificates",
        """
\t薛宛宁同志
\t首席工匠
\t北京市大兴区总工会
\t2018年4月
""",
        recipient_name="薛宛宁",
        honour="首席工匠",
        issuer="北京市大兴区总工会",
        awarded_on=ABSENT,
    ),
    paper(
        "award_certificate",
        "a plaque for a unit",
        """
\t北京曜城机床有限公司
\t安全生产先进单位
\t北京市大兴区人民政府
\t2018.4.27
""",
        honour="安全生产先进单位",
        issuer="北京市大兴区人民政府",
        awarded_on="2018-04-27",
    ),
    paper(
        "award_certificate",
        "a name with a dot behind the title",
        """
奖状
卓玛·央金 女士：
被评为“优秀质检员”，特发此状，以资鼓励。
\t\t北京曜城机床有限公司
\t\t2021年5月6日
""",
        recipient_name="卓玛·央金",
        honour="优秀质检员",
    ),
    paper(
        "award_certificate",
        "a plate of honour that names the unit below the verb",
        """
\t奖　牌
\t授　予
\t北京曜城机床有限公司
\t2019年度质量标杆企业
\t北京市大兴区经济和信息化局
\t2020年3月16日
""",
        recipient_name="北京曜城机床有限公司",
        honour="2019年度质量标杆企业",
        issuer="北京市大兴区经济和信息化局",
        awarded_on="2020-03-16",
    ),
    paper(
        "award_certificate",
        "a name with a colon and a rank in a contest",
        """
奖状
薛宛宁：
　　荣获2021年大兴区职业技能竞赛钳工项目第一名。
\t\t北京市大兴区总工会
\t\t二〇二一年十月九日
""",
        recipient_name="薛宛宁",
        honour="2021年大兴区职业技能竞赛钳工项目第一名",
        awarded_on="2021-10-09",
    ),
    paper(
        "award_certificate",
        "a decision whose foot says who had it printed and when",
        """
京开工发〔2023〕17号
北京经济技术开发区总工会
关于授予2023年“亦麒麟工匠”称号的决定
各基层工会：
为弘扬劳模精神、工匠精神，经基层推荐、专家评审，决定授予北京亦程
精密制造有限公司韩立群同志“亦麒麟工匠”荣誉称号。
希望受到表彰的同志珍惜荣誉，再接再厉。
    北京经济技术开发区总工会
    2023年9月20日
北京经济技术开发区总工会办公室\t\t2023年9月20日印发
""",
        recipient_name="韩立群",
        honour="亦麒麟工匠",
        issuer="北京经济技术开发区总工会",
        awarded_on="2023-09-20",
        certificate_number="京开工发〔2023〕17号",
    ),
    paper(
        "award_certificate",
        "a number without a label in the corner",
        """
\t\t202406440
荣誉证书
韩立群同志：
在2023年度工作中表现突出，被评为“北京市技术能手”，特发此证。
   北京市人力资源和社会保障局
   2024年5月8日
""",
        recipient_name="韩立群",
        honour="北京市技术能手",
        certificate_number="202406440",
    ),
    paper(
        "award_certificate",
        "a number in brackets under the title",
        """
荣誉证书
（2024）第0382号
韩立群同志：
荣获2024年全国技术能手称号。
   中华人民共和国人力资源和社会保障部
   2024年5月
""",
        recipient_name="韩立群",
        honour="2024年全国技术能手",
        certificate_number="（2024）第0382号",
    ),
    paper(
        "award_certificate",
        "an employee of a company placed first in a contest",
        """
荣誉证书
CERTIFICATE OF HONOR
北京亦程精密制造有限公司
韩立群：
在2021年北京市“技能京城杯”职业技能竞赛
数控车工（职工组）决赛中，成绩优异，荣获
第一名
特发此证，以资鼓励。
   北京市总工会
   北京市人力资源和社会保障局
   二〇二一年十一月
证书编号：JNBJ20210031
""",
        recipient_name="韩立群",
        honour="第一名",
        certificate_number="JNBJ20210031",
    ),
    paper(
        "award_certificate",
        "granted, the name and the honour on a line each",
        """
奖状
授予
韩立群
2019年度首都劳动奖章
   北京市总工会
   2019年4月
""",
        recipient_name="韩立群",
        honour="2019年度首都劳动奖章",
        issuer="北京市总工会",
    ),
    paper(
        "award_certificate",
        "an office that only had the decision printed",
        """
京技管发〔2022〕31号
关于表彰韩立群同志的决定
决定授予韩立群同志“开发区首席技师”称号。
    北京经济技术开发区管理委员会
    2022年7月1日
综合办公室\t\t2022年7月4日印发
""",
        recipient_name="韩立群",
        honour="开发区首席技师",
        issuer="北京经济技术开发区管理委员会",
        awarded_on="2022-07-01",
    ),
    paper(
        "award_certificate",
        "an allowance granted to commend somebody",
        """
证书
为了表彰韩立群同志在技能岗位上做出的突出
贡献，经市政府批准，享受2020年度北京市政府技师特殊津贴，
特发此证。
    北京市人民政府
    二〇二一年一月十五日
证书第2020087号
""",
        recipient_name="韩立群",
        certificate_number="2020087",
    ),
    paper(
        "award_certificate",
        "granted, a colon and the name, the honour below with its word",
        """
中华人民共和国人力资源和社会保障部
授予：韩立群
全国技术能手荣誉称号
二〇二一年六月二十三日
第210356号
""",
        recipient_name="韩立群",
        honour="全国技术能手",
        awarded_on="2021-06-23",
    ),
    paper(
        "award_certificate",
        "a contest's result published with a document number",
        """
关于公布第五届北京市职业技能大赛获奖名单的通知
京人社技发〔2021〕12号
各有关单位：
根据大赛组委会评审结果，韩立群获数控车项目一等奖，现予公布。
北京市人力资源和社会保障局
2021年11月3日
""",
        honour="一等奖",
        certificate_number="京人社技发〔2021〕12号",
        issuer="北京市人力资源和社会保障局",
    ),
    paper(
        "award_certificate",
        "granted to somebody behind the unit",
        """
荣 誉 证 书
HONORARY CREDENTIAL
授予：北京亦程精密制造有限公司 韩立群
2022年度“开发区技术能手”荣誉称号
北京经济技术开发区总工会
2023年1月12日
""",
        recipient_name="韩立群",
        honour="开发区技术能手",
        issuer="北京经济技术开发区总工会",
    ),
    paper(
        "award_certificate",
        "a number in eight figures below the date",
        """
        首都劳动奖章
        证  书
    马永强同志在首都建设中做出突出贡献，特授予
首都劳动奖章。
        北京市总工会
        二〇一九年四月二十六日
    编号：20190318
""",
        recipient_name="马永强",
        honour="首都劳动奖章",
        issuer="北京市总工会",
        awarded_on="2019-04-26",
        certificate_number="20190318",
    ),
    paper(
        "award_certificate",
        "a body's approval before the name",
        """
        证	书
    经北京市文化和旅游局批准，文启华被认定为北京市级
非物质文化遗产代表性项目“北京雕漆”代表性传承人。
    特颁此证
    编号：BJ-05-2021-018
        北京市文化和旅游局
        2021年8月30日
""",
        recipient_name="文启华",
        certificate_number="BJ-05-2021-018",
        issuer="北京市文化和旅游局",
        awarded_on="2021-08-30",
    ),
    paper(
        "award_certificate",
        "a group's plaque 先锋号",
        """
        全国工人先锋号
    中华全国总工会
    二〇一七年四月二十八日
""",
        honour="全国工人先锋号",
        issuer="中华全国总工会",
        awarded_on="2017-04-28",
    ),
    paper(
        "award_certificate",
        "a date without a day, 元月",
        """
        奖  状
    郭长顺同志在一九八九年度工作中成绩显著，被评为
厂级先进生产者，特发此状，以资鼓励。
        河南中原轴承厂
        一九九〇年元月
""",
        recipient_name="郭长顺",
        issuer="河南中原轴承厂",
    ),
    paper(
        "award_certificate",
        "a name before 荣获 and a firm above the title",
        """
青岛胶州湾输变电设备有限公司
        荣 誉 证 书
        HONOR
纪晓岚：
  荣获二〇二四年度“金牌班组长”称号，特发此证，以资鼓励。
颁证日期：2025-01-18
""",
        recipient_name="纪晓岚",
        honour="金牌班组长",
        issuer="青岛胶州湾输变电设备有限公司",
        awarded_on="2025-01-18",
    ),
    paper(
        "award_certificate",
        "labels with English behind",
        """
CERTIFICATE OF HONOR
荣 誉 证 书
授予 Awarded to: 向左
称号 Title: 2022年度优秀导师
授予机构 Issued by: 比亚飞动力电池（长沙）有限公司
授予日期 Date: 2022-12-28
编号 No.: HR-2022-M-011
""",
        recipient_name="向左",
        honour="2022年度优秀导师",
        issuer="比亚飞动力电池（长沙）有限公司",
        awarded_on="2022-12-28",
        certificate_number="HR-2022-M-011",
    ),
    paper(
        "award_certificate",
        "a team of a works",
        """
        奖	状
授予：冷轧厂精整作业区酸洗二班
“全国质量信得过班组”荣誉称号
特发此奖，以资鼓励
中国质量协会
二〇一七年八月三十日
""",
        recipient_name="冷轧厂精整作业区酸洗二班",
        honour="全国质量信得过班组",
        issuer="中国质量协会",
        awarded_on="2017-08-30",
    ),
    paper(
        "award_certificate",
        "a number within brackets",
        """
授予 海霞妮
三八红旗手
荣誉称号
（证书号 2021-NX-0057）
宁夏回族自治区妇女联合会
2021年3月5日
""",
        recipient_name="海霞妮",
        honour="三八红旗手",
        issuer="宁夏回族自治区妇女联合会",
        awarded_on="2021-03-05",
        certificate_number="2021-NX-0057",
    ),
    paper(
        "award_certificate",
        "a table of a contest",
        """
竞赛电子证书
姓  名	穆志刚
竞赛名称	首届京津冀轨道装备技能赛
赛  项	焊接加工
荣誉名称	技术状元
组织单位	京津冀产业工人联盟
发证日期	2024-10-16
证书编码	JJJGD-2024-HJ-001
""",
        recipient_name="穆志刚",
        honour="技术状元",
        issuer="京津冀产业工人联盟",
        awarded_on="2024-10-16",
        certificate_number="JJJGD-2024-HJ-001",
    ),
    paper(
        "award_certificate",
        "a rank behind its project",
        """
        荣誉证书
王小丽：
        在2019年全国餐饮职业技能竞赛北京赛区中荣获热菜项目特金奖。
特发此证，以资鼓励。
        全国餐饮职业技能竞赛组委会
        二〇一九年十月
""",
        recipient_name="王小丽",
        honour="特金奖",
        issuer="全国餐饮职业技能竞赛组委会",
    ),
    paper(
        "award_certificate",
        "a rank of a contest, given by 共青团中央",
        """
        获奖证书

刘建军：
在“振兴杯”第十七届全国青年职业技能大赛（职工组）
钳工项目决赛中荣获
        第 三 名

        共青团中央
        二〇二三年四月二十八日
""",
        recipient_name="刘建军",
        honour="第三名",
        issuer="共青团中央",
        awarded_on="2023-04-28",
    ),
    paper(
        "award_certificate",
        "a contestant's place as a good result",
        """
        荣誉证书

刘建军选手在第七届全国职工职业技能大赛焊工决赛中
表现优异，获得个人第五名的好成绩。

        北京市总工会
        二〇二三年四月二十八日
""",
        recipient_name="刘建军",
        honour="第五名",
        issuer="北京市总工会",
        awarded_on="2023-04-28",
    ),
    paper(
        "award_certificate",
        "a post with a bracket, the sentence ends with its line",
        """
        荣誉证书

刘建军 同志被评为二〇二二年度先进生产（工作）者

        北京恒远精工机械有限公司
        二〇二三年四月二十八日
""",
        recipient_name="刘建军",
        honour="二〇二二年度先进生产（工作）者",
        issuer="北京恒远精工机械有限公司",
        awarded_on="2023-04-28",
    ),
    paper(
        "award_certificate",
        "荣获 below the name, without an end",
        """
        荣誉证书

刘建军
荣获 2022年度北京市劳动模范

        北京市人民政府
        二〇二三年四月二十八日
""",
        recipient_name="刘建军",
        honour="2022年度北京市劳动模范",
        issuer="北京市人民政府",
        awarded_on="2023-04-28",
    ),
    paper(
        "award_certificate",
        "a contest's event and group before the rank",
        """
        荣誉证书

刘建军同志：
您在2022年全国行业职业技能竞赛——第十届全国机械
行业职业技能竞赛中获得数控车工赛项职工组一等奖，特
发此证。

        中国机械工业联合会
        二〇二三年四月二十八日
""",
        recipient_name="刘建军",
        honour="一等奖",
        issuer="中国机械工业联合会",
        awarded_on="2023-04-28",
    ),
    paper(
        "award_certificate",
        "intangible heritage bearer",
        """
证	书

命名 姜玉荣 为市级非物质文化遗产代表性项目“京绣”代表性传承人。

编号：03-0091

        北京市文化和旅游局
        2021年12月3日
""",
        recipient_name="姜玉荣",
        honour="市级非物质文化遗产代表性项目“京绣”代表性传承人",
        issuer="北京市文化和旅游局",
        awarded_on="2021-12-03",
        certificate_number="03-0091",
    ),
    paper(
        "award_certificate",
        "old brand craftsman association bilingual",
        """
        北京老字号工匠
        Beijing Time-honored Brand Craftsman
        证 书
兹认定 宗宝林 先生为第三届“北京老字号工匠”。
This is to certify that Mr. Zong Baolin has been recognized.
推荐单位：北京义顺斋食品有限公司
        颁发单位：北京老字号协会
        颁发日期：2021年9月17日
        证书编号：LZH-GJ-2021-012
""",
        recipient_name="宗宝林",
        honour="北京老字号工匠",
        issuer="北京老字号协会",
        awarded_on="2021-09-17",
        certificate_number="LZH-GJ-2021-012",
    ),
    paper(
        "award_certificate",
        "state council allowance",
        """
        政府特殊津贴
证	书

        政府特殊津贴第 2018-014-063 号

邹	伟	同志：
为了表彰您为发展我国工程技术事业做出的突出贡献，决定发给您政府特殊津贴并颁发
证书。

        中华人民共和国国务院
        二〇一九年二月十八日
""",
        recipient_name="邹伟",
        honour="政府特殊津贴",
        issuer="中华人民共和国国务院",
        awarded_on="2019-02-18",
        certificate_number="政府特殊津贴第2018-014-063号",
    ),
    paper(
        "award_certificate",
        "a rank in quotation marks with its event",
        """
获奖证书
邵文斌：
在2017年开发区职工职业技能竞赛中荣获“钳工项目一等奖”。
特颁此证。
北京经济技术开发区总工会
2017.09.22
""",
        recipient_name="邵文斌",
        honour="钳工项目一等奖",
    ),
    paper(
        "award_certificate",
        "excellent mentor certificate, party branch",
        """
证	书
为表彰在“师带徒”活动中成绩突出的 单国强 师傅（徒弟：彭涛、詹浩），经研究，
评为2019年度优秀师傅。
        中国北辰航空部件集团有限公司工会委员会
        2020 年 1 月 10 日
""",
        recipient_name="单国强",
        honour="2019年度优秀师傅",
        issuer="中国北辰航空部件集团有限公司工会委员会",
        awarded_on="2020-01-10",
    ),
    paper(
        "award_certificate",
        "ministry of labor 2001 national skill expert",
        """
        全国技术能手证书
靳立安 同志：
在全国职业技能竞赛中成绩优异，特授予“全国技术能手”称号。
        劳动和社会保障部
        二○○一年十二月十八日
编号：劳社技能字 2001076
""",
        recipient_name="靳立安",
        honour="全国技术能手",
        issuer="劳动和社会保障部",
        awarded_on="2001-12-18",
        certificate_number="劳社技能字2001076",
    ),
    paper(
        "award_certificate",
        "skills competition award with rank, bilingual",
        """
        CERTIFICATE OF AWARD
        获奖证书
侯明宇 (Hou Mingyu) 同志：
荣获“第二届全国工业机器人技术应用技能大赛”优秀选手称号。
is awarded the title of Excellent Contestant.
        全国工业机器人技术应用技能大赛组委会
        2018年11月18日
证书编号：GYJQR-2018-0911
""",
        recipient_name="侯明宇",
        honour="优秀选手",
        issuer="全国工业机器人技术应用技能大赛组委会",
        awarded_on="2018-11-18",
        certificate_number="GYJQR-2018-0911",
    ),
)
