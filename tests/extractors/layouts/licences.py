"""Business licences of all editions, and what institutions and associations hold instead."""

from tests.extractors.layouts import ABSENT, paper

LICENCES = (
    paper(
        "business_license",
        "a private school's non-enterprise certificate",
        """
民办非企业单位登记证书
（法人）
统一社会信用代码 52110115MJ01234567
名 称 北京华育职业培训学校
住 所 北京市大兴区亦庄镇文化园西路8号
法定代表人 孙晓梅
开办资金 人民币叁佰万元
业务主管单位 北京市大兴区人力资源和社会保障局
业务范围 中级、高级职业技能培训
发证机关 北京市大兴区民政局
有效期限 2022年03月01日至2026年03月01日
2022年03月01日
""",
        company_name="北京华育职业培训学校",
        legal_representative="孙晓梅",
        registered_capital="人民币叁佰万元",
        address="北京市大兴区亦庄镇文化园西路8号",
        registration_authority="北京市大兴区民政局",
        term_to="2026-03-01",
    ),
    paper(
        "business_license",
        "an individual's business",
        """
个体工商户营业执照
统一社会信用代码 92110115MA01ABCD8Q
名称 北京旧宫老魏汽车维修部
类型 个体工商户
经营者 魏长春
组成形式 个人经营
经营场所 北京市大兴区旧宫镇庑殿路9号
注册日期 2014年03月11日
经营范围 汽车维修。
登记机关 北京市大兴区市场监督管理局
2020年10月20日
""",
        company_name="北京旧宫老魏汽车维修部",
        company_type="个体工商户",
        legal_representative="魏长春",
        address="北京市大兴区旧宫镇庑殿路9号",
        established_on="2014-03-11",
        issued_on="2020-10-20",
        registration_authority="北京市大兴区市场监督管理局",
    ),
    paper(
        "business_license",
        "a branch's licence with person in charge",
        """
营 业 执 照
（副 本）(1-1)
统一社会信用代码
91110302MA01ABCD5E
名 称\t北京朗润新材料有限公司第一分公司
类 型\t有限责任公司分公司（自然人投资或控股）
负 责 人\t霍思燕
经营范围\t新材料技术研发。（市场主体依法自主选择经营项目，开展经营活动；
\t依法须经批准的项目，经相关部门批准后依批准的内容开展经营活动。）
成立日期\t2019年08月19日
经营场所\t北京市北京经济技术开发区博兴三路16号1幢
登记机关
2023年06月14日
国家企业信用信息公示系统网址：http://www.gsxt.gov.cn
国家市场监督管理总局监制
""",
        company_name="北京朗润新材料有限公司第一分公司",
        company_type="有限责任公司分公司（自然人投资或控股）",
        legal_representative="霍思燕",
        established_on="2019-08-19",
        address="北京市北京经济技术开发区博兴三路16号1幢",
        issued_on="2023-06-14",
        registered_capital=ABSENT,
    ),
    paper(
        "business_license",
        "a sole trader's licence",
        """
营 业 执 照
统一社会信用代码
92110115MA01QQ2W5W
名　　称\t北京亦庄金桥五金加工店
类　　型\t个体工商户
经营者\t薛峰
经营场所\t北京市大兴区旧宫镇旧桥路6号
组成形式\t个人经营
注册日期\t2016年03月08日
经营范围\t五金加工；零售五金交电。（依法须经批准的项目，经相关部门批准后方可开展经营活动）
登记机关\t北京市大兴区市场监督管理局
\t2019年07月15日
""",
        uscc="92110115MA01QQ2W5W",
        company_name="北京亦庄金桥五金加工店",
        legal_representative="薛峰",
        address="北京市大兴区旧宫镇旧桥路6号",
        established_on="2016-03-08",
        issued_on="2019-07-15",
        company_type="个体工商户",
    ),
    paper(
        "business_license",
        "a branch's licence",
        """
营业执照
（副 本）（1-1）
统一社会信用代码 91110302MA01ABCD5E
名    称  北京天岳航空器材有限公司亦庄分公司
类    型  其他有限责任公司分公司
营业场所  北京市北京经济技术开发区地盛北街1号院2号楼3层301
负 责 人  贺兰山
成立日期  2020年11月06日
营业期限  2020年11月06日至长期
经营范围  销售航空器材；技术服务、技术咨询。
登记机关
2020 年 11 月 06 日
""",
        company_name="北京天岳航空器材有限公司亦庄分公司",
        company_type="其他有限责任公司分公司",
        address="北京市北京经济技术开发区地盛北街1号院2号楼3层301",
        legal_representative="贺兰山",
        established_on="2020-11-06",
        term_to=None,
        issued_on="2020-11-06",
        business_scope="销售航空器材；技术服务、技术咨询。",
    ),
    paper(
        "business_license",
        "a partnership without a term",
        """
营业执照
统一社会信用代码：91110112MA00TTTT69
名称：北京星火创新投资中心（有限合伙）
类型：有限合伙企业
执行事务合伙人：北京星火资本管理有限公司（委派代表：舒畅）
出资额：30000万元
成立日期：2017年04月27日
合伙期限：2017年04月27日至2037年04月26日
主要经营场所：北京市通州区台湖镇政府大街11号
经营范围：投资管理；资产管理。
登记机关：北京市通州区市场监督管理局
2021年05月10日
""",
        company_name="北京星火创新投资中心（有限合伙）",
        registered_capital="30000万元",
        term_to="2037-04-26",
        address="北京市通州区台湖镇政府大街11号",
        registration_authority="北京市通州区市场监督管理局",
    ),
    paper(
        "business_license",
        "an old licence with a registration number",
        """
企业法人营业执照
注册号 110302012345678
名　称 北京金轮轴承有限公司
住　所 北京市北京经济技术开发区永昌南路5号
法定代表人姓名 申屠建业
注册资本 500万元
实收资本 500万元
公司类型 有限责任公司（自然人投资或控股）
经营范围 许可经营项目：无
一般经营项目：制造轴承；销售机械设备。
成立日期 二〇〇六年三月十五日
营业期限 自2006年03月15日至2026年03月14日
登记机关 北京市工商行政管理局
二〇一二年四月六日
""",
        company_name="北京金轮轴承有限公司",
        address="北京市北京经济技术开发区永昌南路5号",
        legal_representative="申屠建业",
        registered_capital="500万元",
        company_type="有限责任公司（自然人投资或控股）",
        established_on="2006-03-15",
        term_to="2026-03-14",
        registration_authority="北京市工商行政管理局",
        issued_on="2012-04-06",
    ),
    paper(
        "business_license",
        "the present edition: left and right column, wrapped values on both sides",
        """
\t\t营 业 执 照
统一社会信用代码
91110400MA7KXY123W
名    称\t北京瀚宇半导体装备股份\t注册资本\t人民币12500.5万元
\t有限公司\t成立日期\t2018年09月11日
类    型\t股份有限公司(非上市、自然\t住    所\t北京市北京经济技术开发区
\t人投资或控股)\t\t经海四路156号院9号楼
法定代表人\t慕容晴\t\t2层201室（北京自贸试验区）
经营范围\t一般项目：半导体器件专用设备
\t制造；技术服务、技术开发。
\t\t登记机关
\t\t2024 年 02 月 29 日
""",
        uscc="91110400MA7KXY123W",
        company_name="北京瀚宇半导体装备股份有限公司",
        registered_capital="人民币12500.5万元",
        established_on="2018-09-11",
        company_type="股份有限公司（非上市、自然人投资或控股）",
        legal_representative="慕容晴",
        address="北京市北京经济技术开发区经海四路156号院9号楼2层201室（北京自贸试验区）",
        issued_on="2024-02-29",
        term_to=ABSENT,
    ),
    paper(
        "business_license",
        "an institution's certificate",
        """
事业单位法人证书
（副本）
统一社会信用代码 12110000400012342J
名    称 北京市精密测量研究所
宗旨和
业务范围 开展精密测量研究，促进科技发展。计量检测 技术咨询
住    所 北京市北京经济技术开发区西环南路26号
法定代表人 彭飞
经费来源 财政补助
开办资金 ￥3600万元
举办单位 北京市科学技术研究院
登记管理机关 北京市事业单位登记管理局
有效期 自2023年05月06日至2028年05月06日
""",
        uscc="12110000400012342J",
        company_name="北京市精密测量研究所",
        address="北京市北京经济技术开发区西环南路26号",
        legal_representative="彭飞",
        registered_capital="3600万元",
        registration_authority="北京市事业单位登记管理局",
        term_to="2028-05-06",
    ),
    paper(
        "business_license",
        "an association's certificate",
        """
社会团体法人登记证书
统一社会信用代码：511100005000212389
名  称：北京智能制造装备行业协会
业务范围：行业调研、业务培训、会展服务、
        咨询服务、编辑专刊。
住  所：北京市北京经济技术开发区荣京东街3号
法定代表人：翟志刚
活动地域：北京市
注册资金：伍万元整
业务主管单位：无
登记管理机关：北京市民政局
有效期限：自2022年01月20日至2026年01月19日
发证日期：2022年01月20日
""",
        uscc="511100005000212389",
        company_name="北京智能制造装备行业协会",
        business_scope="行业调研、业务培训、会展服务、咨询服务、编辑专刊。",
        address="北京市北京经济技术开发区荣京东街3号",
        legal_representative="翟志刚",
        registered_capital="伍万元整",
        registration_authority="北京市民政局",
        term_to="2026-01-19",
        issued_on="2022-01-20",
    ),
    paper(
        "business_license",
        "a private school's certificate",
        """
民办非企业单位登记证书
统一社会信用代码 52110115MJ01234566
单位名称 北京经开区匠心职业技能培训学校
单位类型 法人
法定代表人 毕胜
开办资金 50万元
业务范围 职业技能培训
住所 北京市北京经济技术开发区万源街18号
业务主管单位 北京经济技术开发区社会事业局
登记管理机关 北京经济技术开发区社会事业局
有效期限 2021年6月1日至2025年5月31日
""",
        company_name="北京经开区匠心职业技能培训学校",
        legal_representative="毕胜",
        registered_capital="50万元",
        address="北京市北京经济技术开发区万源街18号",
        registration_authority="北京经济技术开发区社会事业局",
        term_to="2025-05-31",
    ),
    paper(
        "business_license",
        "an electronic licence's record",
        """
电子营业执照
企业名称：北京朗润新材料有限公司
统一社会信用代码：91110302MA01ABCD5E
类型：有限责任公司(法人独资)
法定代表人：霍思燕
注册资本：3000.000000万人民币
成立日期：2019-08-19
营业期限自：2019-08-19
营业期限至：2049-08-18
住所：北京市北京经济技术开发区博兴三路16号1幢
登记机关：北京经济技术开发区市场监督管理局
核准日期：2023-06-14
登记状态：存续
经营范围：新材料技术研发；合成材料销售。
下载时间：2025-12-30
""",
        company_name="北京朗润新材料有限公司",
        legal_representative="霍思燕",
        registered_capital="3000.000000万人民币",
        established_on="2019-08-19",
        term_to="2049-08-18",
        issued_on="2023-06-14",
        registration_authority="北京经济技术开发区市场监督管理局",
    ),
    paper(
        "business_license",
        "a one-man company's owner and a permanent term",
        """
营业执照
统一社会信用代码 93110112MA00KK3184
名 称 北京采育红叶农业专业合作社
类 型 农民专业合作社
住 所 北京市大兴区采育镇凤河营村
法定代表人 甄有田
成员出资总额 120万元
成立日期 2014年10月17日
业务范围 组织采购、供应成员种植蔬菜所需的农业生产资料
营业期限 永久
登记机关 北京市工商行政管理局大兴分局
2015 年 9 月 2 日
""",
        company_name="北京采育红叶农业专业合作社",
        legal_representative="甄有田",
        registered_capital="120万元",
        established_on="2014-10-17",
        term_to=None,
        address="北京市大兴区采育镇凤河营村",
        issued_on="2015-09-02",
        registration_authority="北京市工商行政管理局大兴分局",
    ),
    paper(
        "business_license",
        "english labels beside",
        """
营业执照 BUSINESS LICENSE
统一社会信用代码 Unified Social Credit Code：91110302MA01ABCD5E
名称 Name：北京朗润新材料有限公司
类型 Type：有限责任公司
法定代表人 Legal Representative：霍思燕
注册资本 Registered Capital：叁仟万元整
成立日期 Date of Establishment：2019年08月19日
住所 Address：北京市北京经济技术开发区博兴三路16号1幢
""",
        company_name="北京朗润新材料有限公司",
        company_type="有限责任公司",
        legal_representative="霍思燕",
        registered_capital="叁仟万元整",
        established_on="2019-08-19",
        address="北京市北京经济技术开发区博兴三路16号1幢",
    ),
    paper(
        "business_license",
        "sole proprietorship",
        """
营业执照
统一社会信用代码：91110112MA00TTTT69
名称：北京恒泰机电维修中心
类型：个人独资企业
投资人：鲁大师
主要经营场所：北京市通州区马驹桥镇兴华大街1号楼5层
成立日期：2013-05-20
经营期限：长期
登记机关：北京市通州区市场监督管理局
发照日期：2019年12月3日
""",
        company_name="北京恒泰机电维修中心",
        legal_representative="鲁大师",
        term_to=None,
        established_on="2013-05-20",
        address="北京市通州区马驹桥镇兴华大街1号楼5层",
        issued_on="2019-12-03",
    ),
    paper(
        "business_license",
        "number first and terms in a sentence",
        """
营业执照
（副本）(3-2)
注册号/统一社会信用代码：91110400MA7KXY123W
企业名称：北京云桥物流有限公司
商事主体类型：有限责任公司
企业地址：北京市北京经济技术开发区同济中路7号
法人：韦小宝
注册资金：人民币伍佰万元
成立时间：2015-06-18
营业期限：2015-06-18 至 无固定期限
发证机关：北京经济技术开发区市场监督管理局
发证日期：2022-08-09
""",
        uscc="91110400MA7KXY123W",
        company_name="北京云桥物流有限公司",
        address="北京市北京经济技术开发区同济中路7号",
        legal_representative="韦小宝",
        registered_capital="人民币伍佰万元",
        established_on="2015-06-18",
        term_to=None,
        registration_authority="北京经济技术开发区市场监督管理局",
        issued_on="2022-08-09",
    ),
    paper(
        "business_license",
        "institution in two columns",
        """
事业单位法人证书
统一社会信用代码\t12110000400012342J
名称\t北京市精密测量研究所\t法定代表人\t彭飞
住所\t北京市北京经济技术开发区西环南路26号
经费来源\t财政补助收入\t开办资金\t3600万元
举办单位\t北京市科学技术研究院
宗旨和业务范围\t开展精密测量研究。
有效期\t自2023年05月06日\t登记管理机关\t北京市事业单位登记管理局
\t至2028年05月05日
""",
        company_name="北京市精密测量研究所",
        legal_representative="彭飞",
        registered_capital="3600万元",
        address="北京市北京经济技术开发区西环南路26号",
        registration_authority="北京市事业单位登记管理局",
        term_to="2028-05-05",
    ),
    paper(
        "business_license",
        "values in a column right of narrow labels, scope of many lines",
        """
\t营业执照
\t统一社会信用代码
\t91110302MA01ABCD5E
名称\t北京朗润新材料有限公司
类型\t有限责任公司（法人独资）
法定代表人\t霍思燕
经营范围\t一般项目：新材料技术研发；合成材料销售；
\t新型膜材料销售；高性能纤维及复合材料销售；
\t石墨及碳素制品销售；专用化学产品销售；
\t技术服务、技术开发、技术咨询、技术交流；
\t货物进出口；技术进出口；机械设备租赁；
\t非居住房地产租赁；物业管理；会议及展览服务；
\t广告制作；广告发布；企业管理咨询；
\t市场调查；包装服务；软件开发；软件销售；
\t信息系统集成服务；数据处理服务；
\t互联网销售（除销售需要许可的商品）；
\t许可项目：货物运输。（依法须经批准的项目）
注册资本\t3000万元
成立日期\t2019年08月19日
住所\t北京市北京经济技术开发区博兴三路16号
""",
        business_scope="一般项目：新材料技术研发；合成材料销售；新型膜材料销售；高性能纤维及复合材料销售；石墨及碳素制品销售；专用化学产品销售；技术服务、技术开发、技术咨询、技术交流；货物进出口；技术进出口；机械设备租赁；非居住房地产租赁；物业管理；会议及展览服务；广告制作；广告发布；企业管理咨询；市场调查；包装服务；软件开发；软件销售；信息系统集成服务；数据处理服务；互联网销售（除销售需要许可的商品）；许可项目：货物运输。（依法须经批准的项目）",
        registered_capital="3000万元",
        established_on="2019-08-19",
        company_name="北京朗润新材料有限公司",
        issued_on=ABSENT,
    ),
    paper(
        "business_license",
        "an institution's certificate whose heading does not say licence",
        """
事业单位登记管理
准予登记的依据：《事业单位登记管理暂行条例》
\t（正 本）
单位名称：北京曜城职业技能公共实训中心
宗旨和业务范围：承担技能人才实训、评价与竞赛服务
住所：北京市大兴区旧宫镇旧桥路6号
法定代表人：薛宛宁
经费来源：财政补助
开办资金：捌佰万元
举办单位：北京市大兴区人力资源和社会保障局
有效期：自2021年05月06日至2026年05月05日
登记机关：北京市大兴区机构编制委员会办公室
特发此证，以资证明其荣获法人资格
""",
        company_name="北京曜城职业技能公共实训中心",
        legal_representative="薛宛宁",
        registered_capital="捌佰万元",
        term_to="2026-05-05",
    ),
    paper(
        "business_license",
        "a farmers' cooperative",
        """
农民专业合作社法人营业执照
统一社会信用代码：93110115MA01A2BC36
名称：北京亦程农机专业合作社
类型：农民专业合作社
法定代表人：韩立群
成员出资总额：300万元
成立日期：2016年3月9日
住所：北京市大兴区采育镇
业务范围：农机服务。
登记机关：北京市大兴区市场监督管理局
2019年5月6日
""",
        company_name="北京亦程农机专业合作社",
        legal_representative="韩立群",
        registered_capital="300万元",
        issued_on="2019-05-06",
    ),
    paper(
        "business_license",
        "a date of issue beside the day it was founded",
        """
        企业法人营业执照
        （副　　本）
        注册号 1101061203518
名　　称　　北京市丰台区宏光机电修配厂
住　　所　　北京市丰台区马家堡东里18号
法定代表人　　李　德
注册资金　　捌拾陆万元
经济性质　　集体所有制
经营方式　　加工、制造、零售
经营范围　　主营：电动机修理；低压电器元件制造。兼营：零售五金交电、建
        筑材料。
        发照机关
成立日期　1988年4月12日	1998 年 11 月 06 日
""",
        company_name="北京市丰台区宏光机电修配厂",
        address="北京市丰台区马家堡东里18号",
        legal_representative="李德",
        registered_capital="捌拾陆万元",
        established_on="1988-04-12",
        issued_on="1998-11-06",
    ),
    paper(
        "business_license",
        "a scope whose last line is a bracket",
        """
        营 业 执 照
        （副 本）（1-1）
        统一社会信用代码  91130100554678120Y
    名　称  石家庄华冶重型机械制造有限公司
    类　型  有限责任公司（自然人投资或控股）
    住　所  石家庄高新区昆仑大街55号
    法 定 代 表 人  刘建平
    注 册 资 本  伍仟万元整
    成 立 日 期  2010年05月06日
    营 业 期 限  2010年05月06日至2040年05月05日
    经 营 范 围  冶金专用设备、矿山机械、起重机械及配件的制造、安装、维修；钢
        材销售（依法须经批准的项目，经相关部门批准后方可开展经营活动
        ）
        登 记 机 关
    提示：每年1月1日至6月30日通过企业信用信息公示系统
    报送上一年度年度报告并公示。	2016 年 03 月 21 日
企业信用信息公示系统网址：gsxt.hebaic.gov.cn
中华人民共和国国家工商行政管理总局监制
""",
        company_name="石家庄华冶重型机械制造有限公司",
        uscc="91130100554678120Y",
        company_type="有限责任公司（自然人投资或控股）",
        address="石家庄高新区昆仑大街55号",
        legal_representative="刘建平",
        registered_capital="伍仟万元整",
        established_on="2010-05-06",
        term_to="2040-05-05",
        business_scope="冶金专用设备、矿山机械、起重机械及配件的制造、安装、维修；钢材销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
        issued_on="2016-03-21",
    ),
    paper(
        "business_license",
        "a print-out of the public register",
        """
国家企业信用信息公示系统	打印时间：2025-12-18
武汉楚天激光焊割有限公司   存续（在营、开业、在册）
营业执照信息
统一社会信用代码：91420100052027184Y
企业名称：武汉楚天激光焊割有限公司
类型：有限责任公司(自然人投资或控股)
法定代表人：胡汉生
注册资本：1500万人民币
成立日期：2012年08月16日
营业期限自：2012年08月16日
营业期限至：2032年08月15日
登记机关：武汉市市场监督管理局东湖新技术开发区分局
核准日期：2024年04月02日
登记状态：存续（在营、开业、在册）
住所：武汉市东湖新技术开发区流芳园路5号
经营范围：激光设备、焊接切割设备的研发、生产、销售及维修。
提示：根据《企业信息公示暂行条例》第六条……
""",
        company_name="武汉楚天激光焊割有限公司",
        uscc="91420100052027184Y",
        company_type="有限责任公司（自然人投资或控股）",
        legal_representative="胡汉生",
        registered_capital="1500万人民币",
        established_on="2012-08-16",
        term_to="2032-08-15",
        registration_authority="武汉市市场监督管理局东湖新技术开发区分局",
        address="武汉市东湖新技术开发区流芳园路5号",
        business_scope="激光设备、焊接切割设备的研发、生产、销售及维修。",
    ),
    paper(
        "business_license",
        "a sole proprietorship with 经营范围及方式",
        """
        个人独资企业营业执照
        （副本）	注册号 330106000045678
企 业 名 称  杭州西湖三墩永兴机械厂
企 业 住 所  杭州市西湖区三墩镇绕城村12组
投资人姓名  沈阿毛
经营范围及方式  制造、加工：机械配件；服务：机械设备维修。
        成立日期  2004年3月15日
        杭州市工商行政管理局西湖分局
        2009年8月24日
""",
        company_name="杭州西湖三墩永兴机械厂",
        address="杭州市西湖区三墩镇绕城村12组",
        business_scope="制造、加工：机械配件；服务：机械设备维修。",
        established_on="2004-03-15",
        issued_on="2009-08-24",
    ),
    paper(
        "business_license",
        "a licence without a scope, whose notice speaks of one",
        """
统一社会信用代码	营 业 执 照
91440300763458212A
名　　　称　深圳市鹏联精密模具股份有限公司
类　　　型　非上市股份有限公司
法定代表人　邱国荣
成 立 日 期　2004年06月23日
住　　　所　深圳市宝安区福海街道展城社区建安路10号1栋201
重要提示
1.商事主体的经营范围由章程确定。经营范围中属于法律、法规规定应当经批准的
项目，取得许可审批文件后方可开展相关经营活动。
2.商事主体经营范围和许可审批项目等有关企业信用事项及年报信息和其他信用信
息，请登录左下角的国家企业信用信息公示系统或扫描右上方的二维码查询。
3.各类商事主体每年须于成立周年之日起两个月内，向商事登记机关提交上一自然
年度的年度报告。
        登记机关
        2021 年 01 月 26 日
国家企业信用信息公示系统网址：http://www.gsxt.gov.cn
国家市场监督管理总局监制
""",
        company_name="深圳市鹏联精密模具股份有限公司",
        uscc="91440300763458212A",
        company_type="非上市股份有限公司",
        legal_representative="邱国荣",
        established_on="2004-06-23",
        address="深圳市宝安区福海街道展城社区建安路10号1栋201",
        issued_on="2021-01-26",
    ),
    paper(
        "business_license",
        "a registration authority without a label, below the term",
        """
        企业法人营业执照
        （副  本）
        注册号 320211000098766  （1/1）
名  称	无锡市泓达滚动体有限公司
住  所	无锡市滨湖区胡埭工业园翔鸽路31号
法定代表人姓名	荣建新
注  册  资  本	1500万元人民币
实  收  资  本	1200万元人民币
公  司  类  型	有限公司（自然人控股）
经  营  范  围	许可经营项目：无
        一般经营项目：轴承滚子、精密磨具的研发、制造、销售
成  立  日  期	2003年06月10日
营  业  期  限	自二〇〇三年六月十日
	至二〇二三年六月九日
        无锡市滨湖工商行政管理局
        二〇〇八年十一月五日
        二〇一〇 年检合格
""",
        company_name="无锡市泓达滚动体有限公司",
        address="无锡市滨湖区胡埭工业园翔鸽路31号",
        legal_representative="荣建新",
        registered_capital="1500万元人民币",
        company_type="有限公司（自然人控股）",
        established_on="2003-06-10",
        term_to="2023-06-09",
        registration_authority="无锡市滨湖工商行政管理局",
        issued_on="2008-11-05",
    ),
)
