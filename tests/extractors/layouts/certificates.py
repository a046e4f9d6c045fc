"""Skill certificates: one page, booklets, bilingual, with labels above, beside and inside sentences."""

from tests.extractors.layouts import ABSENT, paper

CERTIFICATES = (
    paper(
        "skill_certificate",
        "labels with inner white and semicolons for colons",
        """
                职业技能等级证书
姓　　名；陈　立
性　　别；男\t\t出生日期；1979年12月03日
证件类型；居民身份证
证件号码；110105 19791203 1016
职业名称；数控机床操作调整工
工种／职业方向；数控车工
职业技能等级；一级／高级技师
证书编号；Y000011000123221000456
评价机构；北京恒岳机床集团有限公司
发证日期；2022年11月18日
""",
        holder_name="陈立",
        gender="male",
        birthdate="1979-12-03",
        id_number="110105197912031016",
        occupation="数控机床操作调整工",
        work_type="数控车工",
        skill_level="高级技师",
        certificate_number="Y000011000123221000456",
        issuer="北京恒岳机床集团有限公司",
        issued_on="2022-11-18",
    ),
    paper(
        "skill_certificate",
        "English before each Chinese label, values in the next column",
        """
        职业技能等级证书
Certificate of Occupational Skill Level
Name 姓名\t\t孙晓梅
Gender 性别\t\t女
ID No. 证件号码\t\t370923199101051519
Occupation 职业名称\t\t电子商务师
Job 工种/职业方向\t\t网商
Skill Level 职业技能等级\t\t三级/高级工
Certificate No. 证书编号\t\tS000011000210233001207
Date of Issue 发证日期\t\t2023.05.06
Issued by 评价机构\t\t北京华育职业培训学校
""",
        holder_name="孙晓梅",
        gender="female",
        id_number="370923199101051519",
        occupation="电子商务师",
        work_type="网商",
        skill_level="高级工",
        certificate_number="S000011000210233001207",
        issued_on="2023-05-06",
        issuer="北京华育职业培训学校",
    ),
    paper(
        "skill_certificate",
        "labels joined to English by a stroke, no colon",
        """
    职业技能等级证书
姓名/Name 欧阳志远
性别/Sex 男
身份证号/ID Number 130628198506142036
职业(工种)/Occupation 焊工
技能等级/Skill Level 二级（技师）
证书编号/No. S000011000077242000033
发证日期/Date of Issue 2024/3/9
""",
        holder_name="欧阳志远",
        gender="male",
        id_number="130628198506142036",
        occupation="焊工",
        skill_level="技师",
        certificate_number="S000011000077242000033",
        issued_on="2024-03-09",
    ),
    paper(
        "skill_certificate",
        "labels above their values in two columns",
        """
          职业技能等级证书
姓名\t\t性别
刘振国\t\t男
证件类型\t\t证件号码
居民身份证\t\t210102196809304223
职业名称\t\t工种/职业方向
制冷空调系统安装维修工\t\t--
职业技能等级\t\t证书编号
二级/技师\t\tY000011000555212000018
发证日期\t\t评价机构
2021年9月30日\t\t北京冰岳制冷设备有限公司
""",
        holder_name="刘振国",
        gender="male",
        id_number="210102196809304223",
        occupation="制冷空调系统安装维修工",
        work_type=ABSENT,
        skill_level="技师",
        certificate_number="Y000011000555212000018",
        issued_on="2021-09-30",
        issuer="北京冰岳制冷设备有限公司",
    ),
    paper(
        "skill_certificate",
        "one sentence for everything",
        """
            职业技能等级证书
    高立群（身份证号：411522198811123637）参加电工职业技能等级认定，
经考核合格，达到三级/高级工水平，特发此证。
证书编号：S000011000300223000911
                                                  北京市工业技师学院
                                                  二〇二二年六月十日
""",
        holder_name="高立群",
        id_number="411522198811123637",
        occupation="电工",
        skill_level="高级工",
        certificate_number="S000011000300223000911",
        issuer="北京市工业技师学院",
        issued_on="2022-06-10",
    ),
    paper(
        "skill_certificate",
        "a spread of the old booklet: portrait page left, results right",
        """
中华人民共和国\t\t职业（工种）
职业资格证书\t\tOccupation
姓名\t何建军\t维修电工
Name\t\t等级　二级/技师
性别\t男\tSkill Level
Sex\t\t理论知识考试成绩　82
出生日期\t1975年2月28日\t操作技能考核成绩　85
Birth Date\t\t评定成绩　合格
文化程度\t大专
发证日期\t2012年06月20日\t职业技能鉴定(指导)中心(印)
证书编号\t1201002003200118
身份证号\t120101197502280016
""",
        holder_name="何建军",
        gender="male",
        birthdate="1975-02-28",
        occupation="维修电工",
        skill_level="技师",
        issued_on="2012-06-20",
        certificate_number="1201002003200118",
        id_number="120101197502280016",
    ),
    paper(
        "skill_certificate",
        "an occupation that goes on beside its label's English",
        """
职业技能等级证书
姓名		周立群
Name
职业名称		工业机器人系统运维与
Occupation		调试员
职业技能等级		三级/高级工
Skill Level
证书编号		S000011000300233000917
""",
        holder_name="周立群",
        occupation="工业机器人系统运维与调试员",
        skill_level="高级工",
        certificate_number="S000011000300233000917",
    ),
    paper(
        "skill_certificate",
        "the old booklet's date in Chinese numerals with month and day apart",
        """
国家职业资格证书
姓 名 吴桂芳
性 别 女
出生日期 1982 年 07 月 15 日
职业(工种)及等级 加工中心操作工 高级技师
National Occupational Qualification Level 1
理论知识考试成绩 77.5
综合评审成绩 合格
证书编号 1501001001100027
身份证号 110108 19820715 2342
发证日期 二○一五 年 十二 月 廿一 日
""",
        holder_name="吴桂芳",
        gender="female",
        birthdate="1982-07-15",
        occupation="加工中心操作工",
        skill_level="高级技师",
        certificate_number="1501001001100027",
        id_number="110108198207152342",
        issued_on="2015-12-21",
    ),
    paper(
        "skill_certificate",
        "Level in Roman numerals and the number without a label",
        """
职业技能等级证书
持证人　　马腾飞
身份证件号码　　51010719930808111X
职业　　工业机器人系统操作员
级别　　四级（中级工）
No. S000011000400254000102
北京启航职业技能培训学校有限公司（盖章）
2025 年 01 月 08 日
""",
        holder_name="马腾飞",
        id_number="51010719930808111X",
        occupation="工业机器人系统操作员",
        skill_level="中级工",
        certificate_number="S000011000400254000102",
        issuer="北京启航职业技能培训学校有限公司",
        issued_on="2025-01-08",
    ),
    paper(
        "skill_certificate",
        "a photo in the right column and an issuer that wraps",
        """
    职 业 技 能 等 级 证 书
姓 名：\t郑海涛\t照
性 别：\t男\t片
证件号码：\t320502198402294568
职业名称：\t城市轨道交通服务员
工种/职业方向：\t行车值班员
技能等级：\t三级/高级工
证书编号：\tY000011000666203000777
评价机构：\t北京地联城市轨道交通运营管理
\t有限公司第二分公司
发证日期：\t2020 年 12 月 31 日
查询网址：\thttp://jndj.osta.org.cn
""",
        holder_name="郑海涛",
        id_number="320502198402294568",
        occupation="城市轨道交通服务员",
        work_type="行车值班员",
        skill_level="高级工",
        certificate_number="Y000011000666203000777",
        issuer="北京地联城市轨道交通运营管理有限公司第二分公司",
        issued_on="2020-12-31",
    ),
    paper(
        "skill_certificate",
        "a table with two labels and two values to a row, colons missing",
        """
职业技能等级证书
姓名\t杜春燕\t性别\t女
出生日期\t1977-07-21\t文化程度\t本科
职业名称\t保育师\t技能等级\t一级/高级技师
证件号码\t150103197707210028
证书编号\tS000011000909231000005
发证日期\t2023-07-01\t评价机构\t北京幼教评价中心
""",
        holder_name="杜春燕",
        gender="female",
        birthdate="1977-07-21",
        occupation="保育师",
        skill_level="高级技师",
        id_number="150103197707210028",
        certificate_number="S000011000909231000005",
        issued_on="2023-07-01",
        issuer="北京幼教评价中心",
    ),
    paper(
        "skill_certificate",
        "everything of two rows in one line of print",
        """
职业技能等级证书
姓名：梁 爽 性别：女 出生年月：1991年1月
证件号码：370923199101051519 文化程度：高中
职业名称：中式烹调师 等级：五级/初级工
证书编号：S000011000808245000321 发证日期：2024年10月8日
发证机构：北京食尚职业技能评价有限责任公司
""",
        holder_name="梁爽",
        gender="female",
        birthdate="1991-01",
        occupation="中式烹调师",
        skill_level="初级工",
        certificate_number="S000011000808245000321",
        issued_on="2024-10-08",
        issuer="北京食尚职业技能评价有限责任公司",
    ),
    paper(
        "skill_certificate",
        "the top of the new ladder",
        """
职业技能等级证书
姓名：谭国栋
证件号码：120101197502280016
职业名称：钳工
工种/职业方向：工具钳工
职业技能等级：首席技师
证书编号：Y00001100012323S000001
评价机构：北京恒岳机床集团有限公司
发证日期：2023年12月1日
""",
        holder_name="谭国栋",
        occupation="钳工",
        work_type="工具钳工",
        skill_level="首席技师",
        certificate_number="Y00001100012323S000001",
        issued_on="2023-12-01",
    ),
    paper(
        "skill_certificate",
        "a technician's certificate of the eighties, in prose",
        """
技师合格证书
袁振海同志，男，1950年10月生，经北京市工人技术考核委员会评审，
具备 车工 技师任职资格。
编号 京技字第 00356 号
发证机关：北京市劳动局
一九九三年十二月二十日
""",
        holder_name="袁振海",
        gender="male",
        skill_level="技师",
        issuer="北京市劳动局",
        issued_on="1993-12-20",
    ),
    paper(
        "skill_certificate",
        "line merged, no colon, no gap",
        """
职业技能等级证书
姓名张雅琴
性别女
证件号码370923199101051519
职业名称健康管理师
工种/职业方向--
职业技能等级三级/高级工
证书编号S000011000210233001207
发证日期2023年05月06日
评价机构北京华育职业培训学校
""",
        holder_name="张雅琴",
        gender="female",
        id_number="370923199101051519",
        occupation="健康管理师",
        work_type=ABSENT,
        skill_level="高级工",
        certificate_number="S000011000210233001207",
        issued_on="2023-05-06",
        issuer="北京华育职业培训学校",
    ),
    paper(
        "skill_certificate",
        "english below in same line",
        """
职业技能等级证书
姓    名 江小鱼
Name
性    别 男
Gender
出生日期 1985 年 06 月 14 日
Date of Birth
职业名称 数控程序员
Occupation
职业技能等级 高级技师（一级）
Skill Level
发证日期 2021 年 3 月 5 日
Issue Date
证书编号 Y000011000123211000777
Certificate No.
""",
        holder_name="江小鱼",
        gender="male",
        birthdate="1985-06-14",
        occupation="数控程序员",
        skill_level="高级技师",
        issued_on="2021-03-05",
        certificate_number="Y000011000123211000777",
    ),
    paper(
        "skill_certificate",
        "colon read as 、, 。",
        """
职业技能等级证书
姓名、周大海
证件号码、210102196809304223
职业名称、铸造工
职业技能等级、二级/技师
证书编号、Y000011000555212000018
发证日期、2021年9月30日
评价机构、北京冰岳铸造有限公司
""",
        holder_name="周大海",
        id_number="210102196809304223",
        occupation="铸造工",
        skill_level="技师",
        certificate_number="Y000011000555212000018",
        issued_on="2021-09-30",
        issuer="北京冰岳铸造有限公司",
    ),
    paper(
        "skill_certificate",
        "brackets 【】 labels",
        """
职业技能等级证书
【姓名】苏小妹
【证件号码】150103197707210028
【职业名称】茶艺师
【职业技能等级】五级/初级工
【证书编号】S000011000808245000321
【发证日期】2024-10-08
【评价机构】北京食尚职业技能评价有限责任公司
""",
        holder_name="苏小妹",
        id_number="150103197707210028",
        occupation="茶艺师",
        skill_level="初级工",
        certificate_number="S000011000808245000321",
        issued_on="2024-10-08",
        issuer="北京食尚职业技能评价有限责任公司",
    ),
    paper(
        "skill_certificate",
        "date torn: only 年月日 pieces",
        """
职业技能等级证书
姓名：康宁
职业名称：眼镜验光员
职业技能等级：三级/高级工
发证日期：\t2022\t年\t06\t月
\t北京明视眼镜有限公司
""",
        holder_name="康宁",
        occupation="眼镜验光员",
        skill_level="高级工",
        issued_on=None,
    ),
    paper(
        "skill_certificate",
        "prose with underlines",
        """
职业技能等级证书
Vocational Skill Level Certificate
__柏松__ 同志，身份证号码 __110108198207152342__ ，于 2023 年 8 月参加 __钢筋工__ 职业
技能等级认定，成绩合格，达到 __二级/技师__ 水平。
证书编号：Y000011000123232000459
发证日期：2023年9月1日
发证机构：北京城建职业技能评价有限公司
""",
        holder_name="柏松",
        id_number="110108198207152342",
        occupation="钢筋工",
        skill_level="技师",
        certificate_number="Y000011000123232000459",
        issued_on="2023-09-01",
        issuer="北京城建职业技能评价有限公司",
    ),
    paper(
        "skill_certificate",
        "a watermark and a stamp over the print",
        """
职业技能等级证书
仅供技能大师工作室申报使用
姓名：\t罗永浩\t性别：男
证件类型：\t居民身份证
证件号码：\t130628198506142036
职业：\t锅炉操作工
仅供技能大师工作室申报使用
级别：\t高级技师／一级
证书编码：\tY000011000123221000458
发证单位：\t北京热力集团有限责任公司
颁证时间：\t2022.11.18
仅供技能大师工作室申报使用
""",
        holder_name="罗永浩",
        gender="male",
        id_number="130628198506142036",
        occupation="锅炉操作工",
        skill_level="高级技师",
        certificate_number="Y000011000123221000458",
        issuer="北京热力集团有限责任公司",
        issued_on="2022-11-18",
    ),
    paper(
        "skill_certificate",
        "occupation with job type and level in one value",
        """
中华人民共和国职业资格证书
姓名 黎明
性别 男
出生年月 1979年12月
身份证件号码 110105197912031016
职业（工种）及等级 汽车修理工（汽车维修检验工）三级/高级技能
理论成绩 81 实操成绩 90 综合评定 合格
证书编号 1001000000300456
鉴定机构 北京市职业技能鉴定中心
2010年7月9日
""",
        holder_name="黎明",
        gender="male",
        birthdate="1979-12",
        id_number="110105197912031016",
        skill_level="高级工",
        certificate_number="1001000000300456",
        issued_on="2010-07-09",
    ),
    paper(
        "skill_certificate",
        "two certificates' words: the letter's manner",
        """
职业技能等级证书
兹证明 欧阳娜娜（女，1991年1月5日出生，公民身份号码 370923199101051519），
按照国家职业技能标准，经北京华育职业培训学校评价合格，取得 育婴员 职业 四级（中级工）职业技能等级。
编号：S000011000210234001299
2023年7月3日
""",
        holder_name="欧阳娜娜",
        gender="female",
        birthdate="1991-01-05",
        id_number="370923199101051519",
        skill_level="中级工",
        certificate_number="S000011000210234001299",
        issued_on="2023-07-03",
        occupation="育婴员",
    ),
    paper(
        "skill_certificate",
        "special senior technician",
        """
职业技能等级证书
姓 名：雷军
职业名称：增材制造设备操作员
职业技能等级：特级技师
证书编号：YT00011000123232000003
评价机构：北京恒岳机床集团有限公司
二〇二三年十二月
""",
        holder_name="雷军",
        occupation="增材制造设备操作员",
        skill_level="特级技师",
        certificate_number="YT00011000123232000003",
        issuer="北京恒岳机床集团有限公司",
    ),
    paper(
        "skill_certificate",
        "values above their labels' underline in English only",
        """
CERTIFICATE OF OCCUPATIONAL SKILL LEVEL
职业技能等级证书
Full Name: 柳如是
ID Number: 150103197707210028
Occupation: 中药调剂员
Skill Level: 三级/高级工
Certificate No.: S000011000808243000321
Date of Issue: 2024-10-08
""",
        holder_name="柳如是",
        id_number="150103197707210028",
        occupation="中药调剂员",
        skill_level="高级工",
        certificate_number="S000011000808243000321",
        issued_on="2024-10-08",
    ),
    paper(
        "skill_certificate",
        "level first, name after",
        """
职业技能等级证书
（二级/技师）
证书编号：Y000011000123232000460
郭靖，男，身份证号 411522198811123637
职业（工种）：铣工
经评价，达到二级/技师水平。
评价机构：北京恒岳机床集团有限公司（盖章）
发证日期：2023年3月3日
""",
        holder_name="郭靖",
        gender="male",
        id_number="411522198811123637",
        occupation="铣工",
        skill_level="技师",
        certificate_number="Y000011000123232000460",
        issuer="北京恒岳机床集团有限公司",
        issued_on="2023-03-03",
    ),
    paper(
        "skill_certificate",
        "issuer in the middle below its label, its end below the middle, addresses on the web beside it",
        """
职业技能等级证书
姓名：陈立
证书编号：S000011000105223004300
\t              颁证机构（盖章）
\t北京亦庄汽车维修行业协会职业技能等级认定考评
查询网址://a.cn\t                    中心
""",
        issuer="北京亦庄汽车维修行业协会职业技能等级认定考评中心",
    ),
    paper(
        "skill_certificate",
        "issuer without a label, whose last character wraps below its middle",
        """
职业技能等级证书
姓名：陈立
证书编号：S000011000105223004300
\t北京亦庄智能制造产业职业技能培训评价中
\t                  心
\t          2023年7月19日
""",
        issuer="北京亦庄智能制造产业职业技能培训评价中心",
        issued_on="2023-07-19",
    ),
    paper(
        "skill_certificate",
        "an occupation that no catalogue knows, and a sentence about whoever assessed it",
        """
职业技能等级证书
姓名：陈立
职业名称\t\t固态电池工艺操作员
本证书由人力资源社会保障部门备案的评价机构颁发，表明持证人通过本机构组织
的职业技能等级认定，具备该职业（工种）相应技能等级水平。
""",
        occupation="固态电池工艺操作员",
    ),
    paper(
        "skill_certificate",
        "no work type, and a value beside the next label right below where it would stand",
        """
职业技能等级证书
姓名：陈立
工种／职业方向  --
等级\t二级／技师
""",
        work_type=ABSENT,
        skill_level="技师",
    ),
    paper(
        "skill_certificate",
        "the inner pages of a booklet, side by side, without a title",
        """
姓 名\t薛宛宁\t职业（工种）\t磨工
性 别\t女\t等 级\t二级/技师
出生日期\t1985年6月7日\t理论知识考试成绩\t82
文化程度\t大专\t操作技能考核成绩\t85
发证日期\t2013年11月20日\t评定成绩\t良好
证书编号\t1301000021201234\t职业技能鉴定（指导）中心（印）
身份证号\t110115198506071239
""",
        holder_name="薛宛宁",
        gender="female",
        birthdate="1985-06-07",
        occupation="磨工",
        skill_level="技师",
        certificate_number="1301000021201234",
        id_number="110115198506071239",
        issued_on="2013-11-20",
    ),
    paper(
        "skill_certificate",
        "a technician's certificate in one sheet",
        """
技师证书
姓　　名　薛宛宁
出生年月　1975年6月
职业（工种）　磨工
经北京市技师考评委员会考评合格，具备技师职业资格。
证书编号　0911012345
\t\t北京市劳动和社会保障局
\t\t2009年12月8日
""",
        holder_name="薛宛宁",
        birthdate="1975-06",
        occupation="磨工",
        skill_level="技师",
        issuer="北京市劳动和社会保障局",
        issued_on="2009-12-08",
    ),
    paper(
        "skill_certificate",
        "one sentence with the trade in brackets",
        """
　　　职业技能等级证书
　　学员薛宛宁（身份证号码110115198506071239）于2022年6月参加我中心
举办的铣工（数控铣工）职业技能等级认定，考核合格，获得三级/高级工
职业技能等级，特发此证。
　　证书编号：S000011000210223001207
\t\t北京曜城职业技能评价中心
\t\t2022年7月18日
""",
        holder_name="薛宛宁",
        id_number="110115198506071239",
        occupation="铣工",
        work_type="数控铣工",
        skill_level="高级工",
        issued_on="2022-07-18",
        issuer="北京曜城职业技能评价中心",
    ),
    paper(
        "skill_certificate",
        "a sentence that ends with occupation and level",
        """
职业资格证书
薛宛宁，女，1985年6月7日生，经考核合格，获得磨工职业二级（技师）国家职业资格。
编号：1311015000201234
\t\t北京市职业技能鉴定指导中心
\t\t2013年11月20日
""",
        holder_name="薛宛宁",
        gender="female",
        birthdate="1985-06-07",
        occupation="磨工",
        work_type=ABSENT,
        skill_level="技师",
    ),
    paper(
        "skill_certificate",
        "trade and level named in the order to issue it",
        """
高级技师证书
兹证明薛宛宁同志，参加车工职业（工种）技师考评，成绩合格，评定为车工高级技师，特发此证。
证书号：0811000012100345
\t\t北京市劳动和社会保障局
\t\t二〇〇八年十二月一日
""",
        holder_name="薛宛宁",
        occupation="车工",
        skill_level="高级技师",
        issued_on="2008-12-01",
    ),
    paper(
        "skill_certificate",
        "the trade in brackets behind the occupation it is of",
        """
国家职业资格证书
姓名\t薛宛宁
职业（工种）\t汽车维修工（汽车电器维修工）
等级\t三级/高级技能
""",
        occupation="汽车维修工",
        work_type="汽车电器维修工",
        skill_level="高级工",
    ),
    paper(
        "skill_certificate",
        "two languages in a column each, the English below the label",
        """
国家职业资格证书
姓　名\t\t薛宛宁
Name
出生日期\t\t1985.06.07
Date of Birth
职业名称\t\t磨工
Occupation
等级\t\t三级/高级技能
Level
发证日期\t\t2013.11.20
Date of Issue
""",
        birthdate="1985-06-07",
        issued_on="2013-11-20",
        occupation="磨工",
    ),
    paper(
        "skill_certificate",
        "a sentence with the occupation's code",
        """
职业技能等级证书
兹有薛宛宁（身份证号：110115198506071239），经北京曜城职业技能评价中心评价，
符合磨工（职业编码：6-18-01-04）三级/高级工职业技能标准，特发此证。
证书编号：S000011000210223001207
发证日期：2022年7月18日
""",
        holder_name="薛宛宁",
        occupation="磨工",
        work_type=ABSENT,
        skill_level="高级工",
    ),
    paper(
        "skill_certificate",
        "a sentence with the level between occupation and assessment",
        """
中华人民共和国
职业资格证书
薛宛宁 于2013年10月参加装配钳工国家职业资格二级（技师）鉴定，成绩合格，准予颁发此证。
证书编号：1311015000201234
\t\t北京市人力资源和社会保障局
\t\t2013年11月20日
""",
        holder_name="薛宛宁",
        occupation="装配钳工",
        skill_level="技师",
        issuer="北京市人力资源和社会保障局",
    ),
    paper(
        "skill_certificate",
        "an issuer with the place of its seal behind the name, below labelled dates",
        """
国家职业资格证书
姓 名\t韩立群
性 别\t男
出生日期\t1982年3月15日
文化程度\t大专
发证日期\t2014年 7月 18日
Issued on
证书编号\t1401003000205112
身份证号\t110105198203152537
职业（工种）及等级\t数控车工 二级
理论知识考试成绩\t82
操作技能考核成绩\t85
评定成绩\t合格
北京市职业技能鉴定中心（印）
""",
        holder_name="韩立群",
        occupation="数控车工",
        skill_level="技师",
        issued_on="2014-07-18",
        issuer="北京市职业技能鉴定中心",
        certificate_number="1401003000205112",
    ),
    paper(
        "skill_certificate",
        "a value below a label's English, beside another label's",
        """
姓    名：韩立群\t\t职业（工种）及等级：
Name\t\t车工 高级技师
性    别：男\t\t理论知识考试成绩：80
Sex\t\t操作技能考核成绩：86
出生日期：1982年03月15日\t\t评定成绩：合格
Birth Date\t\t职业技能鉴定（指导）中心（印）
文化程度：大专\t\t2012年 06月 08日
""",
        holder_name="韩立群",
        occupation="车工",
        skill_level="高级技师",
        issued_on="2012-06-08",
    ),
    paper(
        "skill_certificate",
        "the page of a query, with where the data came from below the issuer",
        """
技能人才评价证书全国联网查询
证书信息
姓名\t韩立群
证件号码\t110105********2537
证书编号\tS000011000012213000345
职业名称\t电工
职业技能等级\t三级/高级工
颁发日期\t2021-09-10
评价机构\t北京市工业技师学院
数据来源\t北京市人力资源和社会保障局
""",
        holder_name="韩立群",
        occupation="电工",
        skill_level="高级工",
        issuer="北京市工业技师学院",
        issued_on="2021-09-10",
    ),
    paper(
        "skill_certificate",
        "a sentence with occupation and level in brackets",
        """
职业技能等级证书
证书编号：S000011000012213000345
姓名：韩立群    性别：男
身份证号：110105198203152537
经考核，电工（三级/高级工）成绩合格，特发此证。
评价机构：北京市工业技师学院
2021年9月10日
""",
        holder_name="韩立群",
        occupation="电工",
        skill_level="高级工",
        issuer="北京市工业技师学院",
        issued_on="2021-09-10",
    ),
    paper(
        "skill_certificate",
        "a comrade's certificate as a senior technician, in a sentence",
        """
高级技师证书
韩立群 同志经北京市机械行业高级技师考评委员会评审，具备
车工高级技师资格。
批准日期：2008年12月20日
批准机关：北京市劳动和社会保障局
证书编号：BJ2008-0123
""",
        holder_name="韩立群",
        skill_level="高级技师",
        occupation="车工",
        issuer="北京市劳动和社会保障局",
        issued_on="2008-12-20",
    ),
    paper(
        "skill_certificate",
        "an assessment centre below the association that it belongs to",
        """
职业技能等级证书
韩立群（身份证号：110105198203152537）于2022年10月参加本机构组织的
汽车维修工（汽车机械维修工）三级/高级工职业技能等级认定，成绩合格，
准予颁发证书。
证书编号：S000011000012223000345
北京市汽车维修行业协会
职业技能等级认定考评中心
2022年11月18日
""",
        holder_name="韩立群",
        occupation="汽车维修工",
        skill_level="高级工",
        issued_on="2022-11-18",
        issuer="北京市汽车维修行业协会职业技能等级认定考评中心",
        certificate_number="S000011000012223000345",
    ),
    paper(
        "skill_certificate",
        "a sentence about the standard that was reached",
        """
职业资格证书
韩立群，男，1982年3月15日生，经鉴定，达到国家职业技能标准
汽车维修工 三级/高级技能 水平，准予从事相应职业。
证书编号：1801003000300123
身份证号：110105198203152537
北京市职业技能鉴定管理中心
2018年5月9日
""",
        holder_name="韩立群",
        occupation="汽车维修工",
        skill_level="高级工",
        issued_on="2018-05-09",
        issuer="北京市职业技能鉴定管理中心",
    ),
    paper(
        "skill_certificate",
        "an issuer that only its seal names, above the date",
        """
        本证书由中华人民共和国人力资源和社会保障部批准颁发
        This is to certify that the bearer has demonstrated
        corresponding competence in the vocational skills...
""",
        """
姓　名 欧阳建华	性　别 男
Name	Sex
出生日期 1970年01月25日	文化程度 大专
Birth Date	Educational Level
职业及等级 维修电工（一级）
Occupation & Skill Level
证件号码 320106197001252016
ID No.
证书编号 1310001004100023
Certificate No.
理论知识考试成绩 72.5
操作技能考核成绩 80
综合评审成绩 76
评定成绩 合格
发证机关（印）
2013 年 11 月 15 日
流水号 13 0045678
""",
        holder_name="欧阳建华",
        gender="male",
        birthdate="1970-01-25",
        occupation="维修电工",
        id_number="320106197001252016",
        certificate_number="1310001004100023",
        issued_on="2013-11-15",
    ),
    paper(
        "skill_certificate",
        "the level below the title",
        """
        中华人民共和国
        职业资格证书
        （中级技能）
姓名
赵玉兰
性别
女
出生年月
1972.06
职业（工种）
缝纫工
证书编号
9606004022400781
发证日期
1996.08.22
发证机构
鞍山市职业技能鉴定指导中心
""",
        holder_name="赵玉兰",
        gender="female",
        occupation="缝纫工",
        skill_level="中级工",
        certificate_number="9606004022400781",
        issued_on="1996-08-22",
        issuer="鞍山市职业技能鉴定指导中心",
    ),
    paper(
        "skill_certificate",
        "a title below the issuer",
        """
姓　名 Name  马晓东
证件类型 ID Type  居民身份证
证件号码 ID No.  140106199203030572
职业名称 Occupation  消防设施操作员
职业方向  消防设施监控操作
职业技能等级 Skill Level  四级/中级工
证书编号 Certificate No.  2230004000404512
发证日期 Issued on  2022 年 07 月 18 日
发证机构 Issued by  消防行业职业技能鉴定指导中心
        国家职业资格证书
""",
        holder_name="马晓东",
        id_number="140106199203030572",
        occupation="消防设施操作员",
        skill_level="中级工",
        certificate_number="2230004000404512",
        issued_on="2022-07-18",
        issuer="消防行业职业技能鉴定指导中心",
    ),
    paper(
        "skill_certificate",
        "a number that begins with its city",
        """
        高级技师合格证书
        证书编号：津高技2001-058
姓名：窦洪生	性别：男
出生日期：1956年2月14日
工作单位：天津市第二机床厂
职业（工种）：镗工
    经天津市高级技师考评委员会评审合格，取得高级技师资格。
        天津市劳动和社会保障局
        2001年5月21日
""",
        certificate_number="津高技2001-058",
        holder_name="窦洪生",
        gender="male",
        birthdate="1956-02-14",
        occupation="镗工",
        skill_level="高级技师",
        issuer="天津市劳动和社会保障局",
        issued_on="2001-05-21",
    ),
    paper(
        "skill_certificate",
        "a book of the 1990s with 技术等级",
        """
技术等级证书
姓　　名	佟振江
性　　别	男
出生年月	1965年11月
工作单位	鞍山钢铁公司机修总厂
工　　种	铆工
技术等级	中级工
理论成绩	76
实作成绩	80
发证机关	鞍山市劳动局
发证日期	1993年10月9日
证书编号	鞍劳技字930817
""",
        holder_name="佟振江",
        gender="male",
        skill_level="中级工",
        issuer="鞍山市劳动局",
        issued_on="1993-10-09",
        certificate_number="鞍劳技字930817",
    ),
    paper(
        "skill_certificate",
        "a Mongolian name of four characters",
        """
        职业技能等级证书
姓　　名	满都拉图
证件类型	居民身份证
证件号码	15010219790822311X
职业名称	变配电运行值班员
工种/职业方向	--
职业技能等级	一级/高级技师
证书编号	Y001215000045221000073
    持证人经我单位评价，达到上述职业技能等级标准，特发此证。
评价机构	内蒙古草原明珠发电集团有限公司
发证日期	2022年12月09日
证书信息查询网址：http://jndj.osta.org.cn
机构信息查询网址：http://pjjg.osta.org.cn
""",
        holder_name="满都拉图",
        id_number="15010219790822311X",
        occupation="变配电运行值班员",
        skill_level="高级技师",
        certificate_number="Y001215000045221000073",
        issuer="内蒙古草原明珠发电集团有限公司",
        issued_on="2022-12-09",
    ),
    paper(
        "skill_certificate",
        "a number that begins with letters and dashes",
        """
        首席技师证书
姓名	官振兴
身份证号码	360428197609113737
职业	机床装调维修工
级别	首席技师
编号	GJ-SXJS-2024-003
  根据“新八级工”职业技能等级制度，经评聘委员会评审，聘为我公司首席技师，
聘期三年（2025年1月1日至2027年12月31日）。
        江西赣江数控装备股份有限公司
        二〇二四年十二月三十日
""",
        holder_name="官振兴",
        id_number="360428197609113737",
        occupation="机床装调维修工",
        skill_level="首席技师",
        certificate_number="GJ-SXJS-2024-003",
        issued_on="2024-12-30",
    ),
    paper(
        "skill_certificate",
        "the occupation with its code",
        """
证书编号：Y000033020108222000037	发证日期：2022.05.31
        职业技能等级证书
姓  名	樊一舟
证 件 号 码	330282198809250919
职业名称及代码	模具工（6-18-04-01）
工 种 名 称	注塑模具工
技 能 等 级	二级／技师
考 评 成 绩	理论 82.0  实操 88.5  综合评审 80.0
评 价 机 构	宁波慈溪恒模精密塑胶有限公司
（公章）
""",
        holder_name="樊一舟",
        id_number="330282198809250919",
        occupation="模具工",
        work_type="注塑模具工",
        skill_level="技师",
        certificate_number="Y000033020108222000037",
        issuer="宁波慈溪恒模精密塑胶有限公司",
        issued_on="2022-05-31",
    ),
    paper(
        "skill_certificate",
        "name and gender in one cell",
        """
浙江省职业能力建设信息服务平台  电子证书
证书名称	职业技能等级证书
姓名/性别	暨寒江/男
证件号码	330683197512262912
职业（工种）	缝制机械装配调试工
技能等级	一级/高级技师
证书编号	S000033060007241000006
发证机构	绍兴市越才人力资源评价有限公司
发证日期	2024-03-29
下载时间	2026-01-15 14:22
""",
        holder_name="暨寒江",
        gender="male",
        id_number="330683197512262912",
        occupation="缝制机械装配调试工",
        skill_level="高级技师",
        certificate_number="S000033060007241000006",
        issuer="绍兴市越才人力资源评价有限公司",
        issued_on="2024-03-29",
    ),
    paper(
        "skill_certificate",
        "numbered labels, 出生 alone",
        """
        国家职业资格证书
一、姓名：古丽努尔·艾山
二、性别：女
三、出生：1992年02月14日
四、文化：中专
五、身份证：653101199202140228
六、工种：地毯织作工
七、等级：四级
八、编号：1531002003400208
九、日期：2015年04月30日
十、发证机构：喀什地区职业技能鉴定指导中心
""",
        holder_name="古丽努尔·艾山",
        gender="female",
        birthdate="1992-02-14",
        id_number="653101199202140228",
        work_type="地毯织作工",
        skill_level="中级工",
        certificate_number="1531002003400208",
        issued_on="2015-04-30",
        issuer="喀什地区职业技能鉴定指导中心",
    ),
    paper(
        "skill_certificate",
        "a sentence of the nineties: born in Chinese numerals, level by 达",
        """
        工人技术等级证书

李建国	同志，一九六八年五月十日出生，
在	北京第二机床厂	从事	车工	工作，经考核，
技术等级达	中级	标准，特发此证。

        北京市劳动局
        一九九四年十一月二十日
        证书编号：京劳技字第 940381 号
""",
        holder_name="李建国",
        birthdate="1968-05-10",
        occupation="车工",
        skill_level="中级工",
        issuer="北京市劳动局",
        issued_on="1994-11-20",
        certificate_number="京劳技字第940381号",
    ),
    paper(
        "skill_certificate",
        "a query's result: 评价机构名称",
        """
技能人才评价证书全国联网查询
查询结果
姓名	刘建军
身份证号	1102**********4415
证书编号	Y000111000005231000018
职业（工种）名称	焊工
职业技能等级	一级/高级技师
发证日期	2023-11-20
评价机构名称	北京汽车集团有限公司
是否有效	是
""",
        holder_name="刘建军",
        occupation="焊工",
        skill_level="高级技师",
        certificate_number="Y000111000005231000018",
        issued_on="2023-11-20",
        issuer="北京汽车集团有限公司",
    ),
    paper(
        "skill_certificate",
        "occupation with its job type and level with its number, in cells below one label",
        """
姓名	梁平磊
性别	男
出生日期	1988年07月07日
证书编号	1601012109308040
""",
        """
职业（工种）及等级
Occupation & Skill Level
电工(化工检修电工)	高级技能(三级)
理论知识考试成绩	80
评定成绩	合格
2016年7月18日
""",
        holder_name="梁平磊",
        occupation="电工",
        work_type="化工检修电工",
        skill_level="高级工",
        certificate_number="1601012109308040",
        issued_on="2016-07-18",
    ),
    paper(
        "skill_certificate",
        "a label over two rows, dots in another",
        """
        职业资格证书
姓.名.：谷雨桐
职业（工种）	药物制剂工
及等级	☑技师
证书编号	1701021046204318
""",
        holder_name="谷雨桐",
        occupation="药物制剂工",
        skill_level="技师",
        certificate_number="1701021046204318",
    ),
    paper(
        "skill_certificate",
        "query result page of national qualification, table",
        """
zscx.osta.org.cn
        国家职业资格证书全国联网查询 - 查询结果
姓名	苗长顺
证件号码	130223196608173914
证书编号	0903002009200411
职业名称	热处理工
级别	二级
理论知识考试成绩	72
操作技能考核成绩	80
评定成绩	合格
发证日期	2009-12-03
发证机构	河北省职业技能鉴定指导中心
数据上报单位	唐山市职业技能鉴定指导中心
打印时间：2025-12-30 09:11
""",
        holder_name="苗长顺",
        id_number="130223196608173914",
        occupation="热处理工",
        skill_level="技师",
        certificate_number="0903002009200411",
        issued_on="2009-12-03",
        issuer="河北省职业技能鉴定指导中心",
    ),
)
