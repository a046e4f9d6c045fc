"""Patent certificates as the office prints them."""

from tests.extractors.layouts import ABSENT, paper

PATENTS = (
    paper(
        "patent_certificate",
        "an old utility model with a designer",
        """
实用新型专利证书
实用新型名称：一种轴承压装夹具
设计人：谭国栋
专利号：ZL 2005 2 0012345.7
专利申请日：2005年5月12日
专利权人：北京恒岳机床厂
授权公告日：2006年8月16日
证书号 第812345号
""",
        patent_title="一种轴承压装夹具",
        patent_type="utility_model",
        inventors=["谭国栋"],
        patent_number="ZL200520012345.7",
        patentee="北京恒岳机床厂",
        applied_on="2005-05-12",
        granted_on="2006-08-16",
    ),
    paper(
        "patent_certificate",
        "an invention of the edition of 2023",
        """
证书号第6123456号
发明专利证书
发明名称：一种半导体晶圆
          传输机械手
专利权人：北京瀚宇半导体装备股份有限公司;中科翰海（北京）软件技术有限公司
地址：100176 北京市北京经济技术开发区经海四路156号院
发明人：慕容晴；陈立；孙晓梅
专利号：ZL 2019 1 0345678.6\t\t授权公告号：CN 110123456 B
专利申请日：2019年04月26日\t\t授权公告日：2023年03月07日
申请日时申请人：北京瀚宇半导体装备股份有限公司
申请日时发明人：慕容晴；陈立；孙晓梅
国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发发明专利证书并在专利登记簿上予以登记。
局长 申长雨\t\t2023年03月07日
第 1 页（共 2 页）
""",
        patent_title="一种半导体晶圆传输机械手",
        patent_type="invention",
        inventors=["慕容晴", "陈立", "孙晓梅"],
        patent_number="ZL201910345678.6",
        applied_on="2019-04-26",
        granted_on="2023-03-07",
    ),
    paper(
        "patent_certificate",
        "a design of the older edition",
        """
证书号第5876543号
外观设计专利证书
外观设计名称：台式激光切割机
设 计 人：戚继红 龚如意
专 利 号：ZL 2023 3 0456789.1
专利申请日：2023年07月18日
专 利 权 人：北京合众精工制造有限公司
授权公告日：2023年12月22日
本外观设计经过本局依照中华人民共和国专利法进行初步审查，决定授予专利权，颁发本证书
""",
        patent_title="台式激光切割机",
        patent_type="design",
        inventors=["戚继红", "龚如意"],
        patent_number="ZL202330456789.1",
        applied_on="2023-07-18",
        patentee="北京合众精工制造有限公司",
        granted_on="2023-12-22",
    ),
    paper(
        "patent_certificate",
        "values right of labels that are set apart",
        """
证书号 第17654321号
实用新型专利证书
实用新型名称\t一种管道焊接定位工装
专利权人\t北京筑安钢结构工程有限公司
地　　址\t北京市大兴区旧宫镇
发 明 人\t龙建平、方琳、
\t贺兰山
专 利 号\tZL202221234567.1
授权公告号\tCN 218765432 U
专利申请日\t2022年05月20日
授权公告日\t2022年10月28日
""",
        patent_title="一种管道焊接定位工装",
        patent_type="utility_model",
        patentee="北京筑安钢结构工程有限公司",
        inventors=["龙建平", "方琳", "贺兰山"],
        patent_number="ZL202221234567.1",
        applied_on="2022-05-20",
        granted_on="2022-10-28",
    ),
    paper(
        "patent_certificate",
        "bilingual labels",
        """
发明专利证书
Certificate of Invention Patent
证书号 第 4567890 号
发 明 名 称 Title：一种轴承滚道
超精研磨装置及其方法
发 明 人 Inventor：申屠建业;谭国栋;岳小川
专 利 号 Patent No.：ZL 2018 1 1000123.X
专 利 申 请 日 Filing Date：2018 年 08 月 30 日
专 利 权 人 Patentee：北京金轮轴承有限公司
授 权 公 告 日 Grant Date：2021 年 01 月 15 日
授 权 公 告 号：CN 109000001 B
""",
        patent_title="一种轴承滚道超精研磨装置及其方法",
        inventors=["申屠建业", "谭国栋", "岳小川"],
        patent_number="ZL201811000123.X",
        applied_on="2018-08-30",
        patentee="北京金轮轴承有限公司",
        granted_on="2021-01-15",
        patent_type="invention",
    ),
    paper(
        "patent_certificate",
        "patentees of two lines, person owner",
        """
证书号第 7654321 号
实用新型专利证书
实用新型名称：一种钢筋绑扎机
发明人：柏松;雷军
专利号：ZL 2022 2 1234567.1
专利申请日：2022年05月20日
专利权人：柏松
地址：100000 北京市通州区台湖镇
授权公告日：2022年10月28日 授权公告号：CN 218000001 U
""",
        patent_title="一种钢筋绑扎机",
        inventors=["柏松", "雷军"],
        patentee="柏松",
        granted_on="2022-10-28",
        applied_on="2022-05-20",
        patent_number="ZL202221234567.1",
    ),
    paper(
        "patent_certificate",
        "english below labels, old edition",
        """
证书号 第1234567号
发 明 专 利 证 书
发 明 名 称：高速电主轴热误差补偿方法
发 明 人：袁立新；石磊；季明；方琳；彭飞；乔羽；霍思燕；
贺兰山；舒畅
专 利 号：ZL 2018 1 1000123.X
专利申请日：2018年08月30日
专 利 权 人：北京市精密测量研究所；北京京岚自动化设备有限公司
授权公告日：2020年12月04日
""",
        inventors=["袁立新", "石磊", "季明", "方琳", "彭飞", "乔羽", "霍思燕", "贺兰山", "舒畅"],
        patent_number="ZL201811000123.X",
        granted_on="2020-12-04",
    ),
    paper(
        "patent_certificate",
        "a copy of the register",
        """
专利登记簿副本
专利号：ZL202110345678.5
专利名称：一种数控车床的自动上料装置
专利类型：发明专利
申请日：2021年3月31日
授权公告日：2023年5月16日
第一专利权人：北京亦程精密制造有限公司
第一发明人：韩立群
主分类号：B23B 13/00
专利权有效
""",
        patent_title="一种数控车床的自动上料装置",
        patent_type="invention",
        applied_on="2021-03-31",
        granted_on="2023-05-16",
        patentee="北京亦程精密制造有限公司",
    ),
    paper(
        "patent_certificate",
        "the front page of a utility model's announcement",
        """
(19)国家知识产权局
(12)实用新型专利
(10)授权公告号 CN 214000111 U
(45)授权公告日 2021.11.09
(21)申请号 202120345678.9
(22)申请日 2021.02.06
(73)专利权人 北京亦程精密制造有限公司
(72)发明人 韩立群 周敏 李志
(54)实用新型名称
一种车床夹具
(57)摘要
""",
        patent_title="一种车床夹具",
        patentee="北京亦程精密制造有限公司",
        applied_on="2021-02-06",
        granted_on="2021-11-09",
        patent_type="utility_model",
    ),
    paper(
        "award_certificate",
        "a decision that honours the following, whoever they are",
        """
北京市总工会
编号：京技能〔2017〕·第730号
关于表彰“首都劳动奖章”的决定
近年来，广大职工立足岗位、钻研技术。经研究决定，授予下列同志“首都劳动奖章”：
杨志刚 许文静 唐建平
希望受表彰的同志谦虚谨慎、再接再厉。
北京市总工会
2017年12月8日
""",
        recipient_name=ABSENT,
        honour="首都劳动奖章",
        certificate_number="京技能〔2017〕第730号",
        issuer="北京市总工会",
        awarded_on="2017-12-08",
    ),
    paper(
        "patent_certificate",
        "a row whose label lost its middle",
        """
实用新型专利证书
实用新型名称：用于液压管路接头的可调节支撑组件
发    人：丁淼，郝祎昱
专利号：ZL202220843559.0
专利申请日：2022年01月25日
专利权人：北京亦程精密制造有限公司
授权公告日：2022年09月01日
""",
        patent_title="用于液压管路接头的可调节支撑组件",
    ),
    paper(
        "award_certificate",
        "a number in brackets of its own",
        """
奖状
（编号：201902675）
授予曾文旭同志“金牌班组长”称号。
北京市国防工业工会
二〇一九年七月二十七日
""",
        certificate_number="201902675",
        recipient_name="曾文旭",
    ),
    paper(
        "patent_certificate",
        "a foreign inventor",
        """
发明专利证书
证书号：第5102233号
发明名称：行星减速机齿圈的在线检测装置
发明人：K·伯格曼；陆正华
专利号：ZL201880041760.3
专利申请日：2018年06月21日
国际申请进入国家阶段日：2019年12月20日
专利权人：赫尔曼精密传动（太仓）有限公司
授权公告日：2022年05月10日
""",
        patent_title="行星减速机齿圈的在线检测装置",
        patent_type="invention",
        inventors=["K·伯格曼", "陆正华"],
        patent_number="ZL201880041760.3",
        applied_on="2018-06-21",
        patentee="赫尔曼精密传动（太仓）有限公司",
        granted_on="2022-05-10",
    ),
    paper(
        "patent_certificate",
        "inventors over two lines",
        """
实用新型专利证书
名  称  一种电梯导轨矫直平台
发明人  邝伟雄　缪小兵　茹建民
        单于洪　暨云
专利号  ZL 2024 2 1330912.0
专利申请日  2024年06月12日
专利权人  天津海河电梯导轨有限公司
授权公告日  2025年03月04日
本专利的专利权期限为十年，自申请日起算。
""",
        patent_title="一种电梯导轨矫直平台",
        patent_type="utility_model",
        inventors=["邝伟雄", "缪小兵", "茹建民", "单于洪", "暨云"],
        patent_number="ZL202421330912.0",
        applied_on="2024-06-12",
        patentee="天津海河电梯导轨有限公司",
        granted_on="2025-03-04",
    ),
)
