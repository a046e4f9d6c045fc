"""Labour contracts: the ministry's model, Beijing's older ones, employers' own, tables, renewals."""

from tests.extractors.layouts import ABSENT, paper

CONTRACTS = (
    paper(
        "labor_contract",
        "probation said within brackets between both days",
        """
劳动合同书
甲方：北京汇川电子有限责任公司
乙方：冯雪
一、合同期限：自2023年7月1日起（其中试用期自2023年7月1日起至2023年9月30日止）至2026年6月30日止。
""",
        starts_on="2023-07-01",
        ends_on="2026-06-30",
    ),
    paper(
        "labor_contract",
        "start after a day of arriving",
        """
劳动合同书
甲方：北京汇川电子有限责任公司
乙方：冯雪
一、本合同为固定期限劳动合同，合同期限三年，从2023年7月1日（即乙方到岗之日）起，至2026年6月30日止。
""",
        contract_type="fixed_term",
        starts_on="2023-07-01",
        ends_on="2026-06-30",
    ),
    paper(
        "labor_contract",
        "an electronic contract of a platform",
        """
电子劳动合同
合同编号：HT202301230045
甲方（用人单位）：北京云桥物流有限公司
统一社会信用代码：91110400MA7KXY123W
乙方（劳动者）：韩冬梅
证件类型：居民身份证
证件号码：370923199101051519
手机号码：13800000000
合同期限类型：固定期限
合同起始时间：2023年02月01日
合同截止时间：2026年01月31日
试用期：2023年02月01日至2023年04月30日
工作岗位：仓储管理员
甲方（电子签章）：\t乙方（电子签名）：
签署时间：2023-01-23 10:22:33\t签署时间：2023-01-23 11:02:01
""",
        employer_name="北京云桥物流有限公司",
        employer_uscc="91110400MA7KXY123W",
        employee_name="韩冬梅",
        id_number="370923199101051519",
        contract_type="fixed_term",
        starts_on="2023-02-01",
        ends_on="2026-01-31",
        position="仓储管理员",
        signed_on="2023-01-23",
    ),
    paper(
        "labor_contract",
        "only one way filled in, its number misread",
        """
劳动合同（通用）
甲方（用人单位）：北京澄宇轨道装备有限公司
乙方（劳动者）：罗秀英
居民身份证号码：510107198809302426
第一条 甲乙双方自用工之日起建立劳动关系，双方约定按下列第 工 种方式确定劳动合同期限：
1.固定期限：自 2023 年 4 月 10 日起至 2028 年 4 月 9 日止，其中，试用期从用工之日起至 2023 年 7 月 9 日止。
2.无固定期限：自＿＿年＿月＿日起至依法解除、终止劳动合同时止，其中，试用期从用工之日起至＿＿年＿月＿日止。
3.以完成一定工作任务为期限：自＿＿年＿月＿日起至＿＿＿＿工作任务完成时止。
""",
        contract_type="fixed_term",
        starts_on="2023-04-10",
        ends_on="2028-04-09",
    ),
    paper(
        "labor_contract",
        "appointment of an institution with the term's three kinds",
        """
北京市事业单位聘用合同书
聘用单位（甲方）北京市精密测量研究所
法定代表人 彭飞
受聘人（乙方）乔羽
性别 男   出生年月 1982年7月
身份证号码 110108198207152342
第一条 聘用合同期限
本合同期限按下列第（一）项执行：
（一）固定期限：自2023年1月1日起至2025年12月31日止。试用期自  年 月 日起至  年 月 日止。
（二）聘用至退休的合同：自  年  月  日起至乙方退休止。
第二条 甲方根据工作需要，聘用乙方在实验室从事计量检定员岗位工作。
甲方（盖章）\t\t乙方（签名）
法定代表人或委托代理人（签名）
2022年12月28日\t\t2022年12月28日
""",
        employer_name="北京市精密测量研究所",
        employee_name="乔羽",
        id_number="110108198207152342",
        contract_type="fixed_term",
        starts_on="2023-01-01",
        ends_on="2025-12-31",
        position="计量检定员",
        signed_on="2022-12-28",
    ),
    paper(
        "labor_contract",
        "Shenzhen's model text with ticks",
        """
深圳市劳动合同
（适用全日制用工）
甲方（用人单位）\t\t乙方（员工）
名称 深圳市蓝湾能源科技有限公司\t\t姓名 冯雪
住所 深圳市南山区科技园\t\t性别 女
法定代表人（主要负责人） 方琳\t\t身份证（护照）号码 150103197707210028
联系人 王敏\t\t住址 深圳市南山区
联系电话 0755-26000000\t\t联系电话 13800000000
一、合同期限
（一）甲乙双方同意按以下第 2 种方式确定本合同期限。
1、有固定期限：从　年　月　日起至　年　月　日止。
2、无固定期限：从2020年6月1日起。
3、以完成一定工作任务为期限：从　年　月　日起至工作任务完成时止。
二、工作内容和工作地点
乙方的工作内容（岗位或工种）质检员
""",
        employer_name="深圳市蓝湾能源科技有限公司",
        employee_name="冯雪",
        id_number="150103197707210028",
        contract_type="open_ended",
        starts_on="2020-06-01",
        ends_on=ABSENT,
        position="质检员",
    ),
    paper(
        "labor_contract",
        "Shanghai's model text",
        """
上海市劳动合同
（2019版参考文本）
甲方（用人单位）名称：上海澄湖轴承有限公司
法定代表人（主要负责人）：方琳
乙方（劳动者）姓名：尹大伟
身份证号码：110105197912031016
一、劳动合同期限
第一条 甲乙双方约定本合同期限按下列 A 款执行：
A．本合同为固定期限劳动合同，自 2023 年 3 月 1 日起至 2026 年 2 月 28 日止。
其中试用期自 2023 年 3 月 1 日起至 2023 年 5 月 31 日止。
B．本合同为无固定期限劳动合同，自   年  月  日起。
C．本合同为以完成一定工作任务为期限的劳动合同。
二、第二条 乙方的工作岗位（或工种）为轴承磨工。
签约日期：2023年2月26日
""",
        employer_name="上海澄湖轴承有限公司",
        employee_name="尹大伟",
        id_number="110105197912031016",
        contract_type="fixed_term",
        starts_on="2023-03-01",
        ends_on="2026-02-28",
        position="轴承磨工",
        signed_on="2023-02-26",
    ),
    paper(
        "labor_contract",
        "Beijing's fixed-term contract, a page for the title",
        """
编号：_________
        劳 动 合 同 书
        （固定期限）
甲　　方：北京京岚自动化设备有限公司
乙　　方：石磊
签订日期：2022 年 6 月 28 日
        北京市劳动和社会保障局监制
""",
        """
根据《中华人民共和国劳动法》、《中华人民共和国劳动合同法》和有关法律、法规，甲乙双方经平等自愿、协商一致签订本合同。
一、劳动合同双方当事人基本情况
第一条 甲方 北京京岚自动化设备有限公司
法定代表人（主要负责人）或委托代理人 袁立新
注册地址 北京市北京经济技术开发区科创九街18号
第二条 乙方 石磊 性别 男
户籍类型（非农业、农业）非农业
居民身份证号码 130628198506142036
在甲方工作起始时间 2016 年 7 月 1 日
二、劳动合同期限
第三条 本合同为固定期限劳动合同。
本合同于 2022 年 7 月 1 日生效，其中试用期至 ＿＿ 年 ＿ 月 ＿ 日止。
本合同于 2025 年 6 月 30 日终止。
三、工作内容和工作地点
第四条 乙方同意根据甲方工作需要，担任 数控铣工 岗位（工种）工作。
""",
        employer_name="北京京岚自动化设备有限公司",
        employee_name="石磊",
        id_number="130628198506142036",
        contract_type="fixed_term",
        starts_on="2022-07-01",
        ends_on="2025-06-30",
        position="数控铣工",
        signed_on="2022-06-28",
    ),
    paper(
        "labor_contract",
        "the ministry's model with the second way chosen by its number",
        """
劳动合同
（通用）
甲方（用人单位）：北京奥森生物科技股份有限公司
统一社会信用代码：91110302MA01ABCD5E
法定代表人（主要负责人）或委托代理人：季明
注册地：北京市北京经济技术开发区宏达北路12号
乙方（劳动者）：阿依古丽·买买提
居民身份证号码：51010719930808111X
（或其他有效证件名称＿＿＿＿证件号：＿＿＿＿）
户籍地址：新疆维吾尔自治区乌鲁木齐市
第一条 甲乙双方自用工之日起建立劳动关系，双方约定按下列第 2 种方式确定劳动合同期限：
1.固定期限：自＿＿年＿月＿日起至＿＿年＿月＿日止，其中，试用期从用工之日起至＿＿年＿月＿日止。
2.无固定期限：自 2021 年 3 月 1 日起至依法解除、终止劳动合同时止，其中，试用期从用工之日起至 2021 年 8 月 31 日止。
3.以完成一定工作任务为期限：自＿＿年＿月＿日起至＿＿＿＿工作任务完成时止。
第二条 乙方工作岗位是 细胞培养技术员 ，岗位职责为＿＿＿＿。
乙方的工作地点为北京市。
甲方（盖章）\t\t乙方（签字）
法定代表人（主要负责人）
或委托代理人（签字或盖章）
2021 年 2 月 26 日\t\t2021 年 2 月 26 日
""",
        employer_name="北京奥森生物科技股份有限公司",
        employer_uscc="91110302MA01ABCD5E",
        employee_name="阿依古丽·买买提",
        id_number="51010719930808111X",
        contract_type="open_ended",
        starts_on="2021-03-01",
        ends_on=ABSENT,
        position="细胞培养技术员",
        signed_on="2021-02-26",
    ),
    paper(
        "labor_contract",
        "a tick in brackets before the way of the term",
        """
全日制劳动合同书
用人单位（甲方）名称：北京云桥物流有限公司
劳动者（乙方）姓名：韩冬梅\t\t身份证号：370923199101051519
一、合同期限
甲、乙双方选择以下第（一）种形式确定本合同期限：
（一）固定期限：从 2023 年 4 月 10 日起至 2026 年 4 月 9 日止。
试用期为 2023 年 4 月 10 日至 2023 年 7 月 9 日。
（二）无固定期限：从　年　月　日起至法定终止条件出现时止。
（三）以完成一定的工作任务为期限。
二、乙方从事仓储管理工作，工作地点：北京市亦庄。
签订时间：2023年4月10日
""",
        employer_name="北京云桥物流有限公司",
        employee_name="韩冬梅",
        id_number="370923199101051519",
        contract_type="fixed_term",
        starts_on="2023-04-10",
        ends_on="2026-04-09",
        position="仓储管理",
        signed_on="2023-04-10",
    ),
    paper(
        "labor_contract",
        "boxes with ticks behind the words",
        """
劳动合同
甲方：北京蓝湾能源科技有限公司
乙方：尹大伟\t\t身份证号码：110105197912031016
第一条 合同期限：固定期限□ 无固定期限☑ 以完成一定工作任务为期限□
合同自2019年5月1日起，至法定的终止条件出现时止。
第二条 岗位：设备维修技师
签订日期：2019-05-01
""",
        contract_type="open_ended",
        starts_on="2019-05-01",
        ends_on=ABSENT,
        position="设备维修技师",
        signed_on="2019-05-01",
        employee_name="尹大伟",
    ),
    paper(
        "labor_contract",
        "a table of facts at the head, term by years",
        """
北京合众精工制造有限公司
劳 动 合 同
甲方\t北京合众精工制造有限公司
统一社会信用代码\t91110112MA00TTTT69
法定代表人\t方琳
乙方\t魏长春\t性别\t男
身份证号\t210102196809304223
联系电话\t13800000000
第一条 劳动合同期限为 3 年，自 2024 年 1 月 1 日 至 2026 年 12 月 31 日。
其中试用期 3 个月，自 2024 年 1 月 1 日至 2024 年 3 月 31 日。
第二条 甲方安排乙方在生产部从事钳工岗位工作。
""",
        employer_name="北京合众精工制造有限公司",
        employer_uscc="91110112MA00TTTT69",
        employee_name="魏长春",
        id_number="210102196809304223",
        contract_type="fixed_term",
        starts_on="2024-01-01",
        ends_on="2026-12-31",
        position="钳工",
    ),
    paper(
        "labor_contract",
        "tick √ in round brackets",
        """
劳动合同书
甲方（单位名称）：北京汇川电子有限责任公司
乙方（姓名）：冯雪    公民身份号码：150103197707210028
本合同期限类型为：（√）有固定期限；（ ）无固定期限；（ ）以完成一定工作任务为期限
合同期从二〇二三年九月一日起至二〇二六年八月三十一日止
工作岗位：电子设备装接工
甲方（公章）：\t\t乙方（签名）：
签约日期：2023年8月25日\t\t签约日期：2023年8月25日
""",
        contract_type="fixed_term",
        starts_on="2023-09-01",
        ends_on="2026-08-31",
        position="电子设备装接工",
        employee_name="冯雪",
        id_number="150103197707210028",
        signed_on="2023-08-25",
    ),
    paper(
        "labor_contract",
        "boxes read as 口 and a tick as V",
        """
劳动合同
甲方（用人单位）：北京天工模具有限公司
乙方（劳动者）：钱程
居民身份证号码：411522198811123637
第一条 合同期限
V 固定期限 口 无固定期限 口 以完成一定工作任务为期限
起始日期：2022/03/15    终止日期：2027/03/14
第二条 工作内容
工作岗位（工种）：模具工
""",
        contract_type="fixed_term",
        starts_on="2022-03-15",
        ends_on="2027-03-14",
        position="模具工",
        employee_name="钱程",
    ),
    paper(
        "labor_contract",
        "filled circles",
        """
劳 动 合 同 书
甲方名称：北京润恒食品有限公司
乙方姓名：白玉兰
证件号码：320502198402294568
合同类型  ○ 固定期限  ● 无固定期限  ○ 以完成一定工作任务为期限
合同起始日：2018年08月01日    合同终止日：无
岗位：质检员
""",
        contract_type="open_ended",
        starts_on="2018-08-01",
        ends_on=ABSENT,
        employee_name="白玉兰",
        position="质检员",
    ),
    paper(
        "labor_contract",
        "the number of the way in a circle",
        """
劳动合同书
甲　方（用人单位）：中科翰海（北京）软件技术有限公司
乙　方（劳动者）：司马昭阳
身份证号码：120101197502280016
双方同意按以下第 ① 种方式确定本合同期限：
① 有固定期限：自 2025 年 2 月 5 日起至 2028 年 2 月 4 日止；
② 无固定期限：自    年   月   日起；
③ 以完成一定工作为期限：自    年   月   日起至           工作完成之日止。
乙方同意在 研发中心 部门担任 高级软件工程师 职务。
""",
        employer_name="中科翰海（北京）软件技术有限公司",
        employee_name="司马昭阳",
        contract_type="fixed_term",
        starts_on="2025-02-05",
        ends_on="2028-02-04",
        position="高级软件工程师",
    ),
    paper(
        "labor_contract",
        "a probation left blank between the first day and the last",
        """
劳动合同书
（固定期限）
甲方：北京澄宇轨道装备有限公司
乙方：罗秀英
二、劳动合同期限
第三条 本合同为固定期限劳动合同。
本合同于 2023 年 4 月 10 日生效，其中试用期至
日止。本合同于2028年4月9日终止。
""",
        contract_type="fixed_term",
        starts_on="2023-04-10",
        ends_on="2028-04-09",
    ),
    paper(
        "labor_contract",
        "a speck between a figure and its unit",
        """
劳动合同
甲方（用人单位）：北京澄宇轨道装备有限公司
乙方（劳动者）：罗秀英
1.固定期限：自 2022年9月1·日起至2027年8月31日止，其中，试用期从用工之日起至年月日止。
2.无固定期限：自年月日起至依法解除、终止劳动合同时止。
""",
        starts_on="2022-09-01",
        ends_on="2027-08-31",
    ),
    paper(
        "labor_contract",
        "duties performed, and what came of them, are no post",
        """
劳动合同书
甲方：北京澄宇轨道装备有限公司
乙方：罗秀英    身份证号：510107198809302426
第二条 乙方工作岗位是
钣金工，岗位职责见岗位说明书。
乙方应遵守规章制度，认真履行岗位职责。
乙方在履行职务中形成的技术成果归甲方所有；在职务期间完成的发明亦同。
乙方担任上述职务期间，应当保守商业秘密。
""",
        position="钣金工",
    ),
    paper(
        "labor_contract",
        "a task's contract",
        """
劳动合同书
（以完成一定工作任务为期限）
甲方：北京筑安钢结构工程有限公司
乙方：龙建平    身份证号：51010719930808111X
第三条 本合同为以完成一定工作任务为期限的劳动合同。
本合同于2025年3月10日生效，至国际会展中心钢结构安装工作完成时终止。
第四条 乙方担任焊工工作。
2025年3月8日
""",
        contract_type="task",
        starts_on="2025-03-10",
        ends_on=ABSENT,
        position="焊工",
        signed_on="2025-03-08",
    ),
    paper(
        "labor_contract",
        "a renewal of an older contract",
        """
劳动合同续订书
甲方：北京京岚自动化设备有限公司
乙方：石磊
身份证号：130628198506142036
甲乙双方于2019年7月1日签订的劳动合同于2022年6月30日期满，经双方协商一致，同意续订劳动合同。
续订劳动合同期限：自2022年7月1日起至2027年6月30日止。
续订合同为固定期限劳动合同。
甲方（盖章）\t\t乙方（签字）
2022年6月20日\t\t2022年6月20日
""",
        employer_name="北京京岚自动化设备有限公司",
        employee_name="石磊",
        contract_type="fixed_term",
        starts_on="2022-07-01",
        ends_on="2027-06-30",
        signed_on="2022-06-20",
    ),
    paper(
        "labor_contract",
        "a contract for appointment of an institution's staff",
        """
事业单位聘用合同书
聘用单位（甲方）：北京市精密测量研究所
受聘人员（乙方）：乔羽    身份证号：110108198207152342
一、合同期限
本合同期限自 2023年1月1日 起至 2027年12月31日 止，共 5 年。
二、聘用岗位
甲方聘用乙方在 专业技术 岗位工作。
甲方（盖章）    乙方（签字）
2022年12月28日
""",
        employer_name="北京市精密测量研究所",
        employee_name="乔羽",
        id_number="110108198207152342",
        contract_type="fixed_term",
        starts_on="2023-01-01",
        ends_on="2027-12-31",
    ),
    paper(
        "labor_contract",
        "two short columns of parties and a term over two lines",
        """
劳 动 合 同
甲方（用人单位）：\t\t乙方（劳动者）：
北京赛维检测技术有限公司\t\t柳青青
统一社会信用代码：\t\t身份证号码：
91110400MA7KXY123W\t\t370923199101051519
一、期限 固定期限自 2023 年 11 月 1 日起至
2026 年 10 月 31 日止。
二、岗位为 无损检测员 。
""",
        employer_name="北京赛维检测技术有限公司",
        employee_name="柳青青",
        employer_uscc="91110400MA7KXY123W",
        id_number="370923199101051519",
        contract_type="fixed_term",
        starts_on="2023-11-01",
        ends_on="2026-10-31",
        position="无损检测员",
    ),
    paper(
        "labor_contract",
        "labels with underlines",
        """
劳 动 合 同 书
甲方（用人单位）____北京蓝湾能源科技有限公司____
法定代表人____方琳____
乙方（劳动者）____尹大伟____
性别__男__ 出生日期__1979__年__12__月__3__日
身份证号码__110105197912031016__
第一条 本合同期限类型为下列第__一__种：
（一）固定期限合同。期限__三__年，自__2024__年__3__月__1__日起至__2027__年__2__月__28__日止。
（二）无固定期限合同。自____年____月____日起。
（三）以完成一定工作任务为期限的合同。
第二条 乙方的工作岗位为__锅炉运行值班员__。
签订日期：__2024__年__2__月__25__日
""",
        employer_name="北京蓝湾能源科技有限公司",
        employee_name="尹大伟",
        id_number="110105197912031016",
        contract_type="fixed_term",
        starts_on="2024-03-01",
        ends_on="2027-02-28",
        position="锅炉运行值班员",
        signed_on="2024-02-25",
    ),
    paper(
        "labor_contract",
        "english bilingual contract",
        """
劳动合同 Labor Contract
甲方（用人单位）Party A (Employer)：斯贝克（北京）轴承有限公司
乙方（劳动者）Party B (Employee)：林清玄
身份证号 ID No.：320502198402294568
1. 合同期限 Term
本合同为固定期限合同，自 2022-05-01 起至 2025-04-30 止。
2. 岗位 Position：质量工程师
签订日期 Date：2022-04-28
""",
        employer_name="斯贝克（北京）轴承有限公司",
        employee_name="林清玄",
        id_number="320502198402294568",
        contract_type="fixed_term",
        starts_on="2022-05-01",
        ends_on="2025-04-30",
        position="质量工程师",
        signed_on="2022-04-28",
    ),
    paper(
        "labor_contract",
        "table form",
        """
劳动合同（简易版）
用人单位\t北京合众精工制造有限公司
劳动者\t魏长春\t身份证号\t210102196809304223
合同期限\t2024年1月1日至2026年12月31日
工作岗位\t钳工\t工作地点\t北京
签订日期\t2023年12月20日
""",
        employer_name="北京合众精工制造有限公司",
        employee_name="魏长春",
        id_number="210102196809304223",
        contract_type="fixed_term",
        starts_on="2024-01-01",
        ends_on="2026-12-31",
        position="钳工",
        signed_on="2023-12-20",
    ),
    paper(
        "labor_contract",
        "term with probation first",
        """
劳动合同
甲方：北京云桥物流有限公司
乙方：韩冬梅
第一条 试用期自2023年4月10日起至2023年7月9日止，合同期自2023年4月10日起至2026年4月9日止。
第二条 乙方从事的岗位是：仓储管理员
甲方（盖章）：\t乙方（签字）：
日期：2023年4月8日\t日期：2023年4月8日
""",
        starts_on="2023-04-10",
        ends_on="2026-04-09",
        position="仓储管理员",
        signed_on="2023-04-08",
        contract_type="fixed_term",
    ),
    paper(
        "labor_contract",
        "open ended since",
        """
劳动合同书（无固定期限）
甲方：北京汇川电子有限责任公司
乙方：冯雪
本合同于2012年7月1日生效，为无固定期限劳动合同。
乙方担任电子设备装接工岗位工作。
""",
        contract_type="open_ended",
        starts_on="2012-07-01",
        ends_on=ABSENT,
        position="电子设备装接工",
    ),
    paper(
        "labor_contract",
        "signature block has names and dates below",
        """
劳动合同
编号：LD-2023-018
甲方（用人单位）：北京赛维检测技术有限公司
住所：北京市大兴区旧宫镇
法定代表人：柳青青
乙方（劳动者）：范 冰
性别：女 身份证号码：320502198402294568
住址：江苏省苏州市
一、合同期限
本合同期限采用下列第 (1) 种：
(1) 有固定期限：自 2023 年 06 月 01 日至 2026 年 05 月 31 日。试用期 2 个月，至 2023 年 07 月 31 日止。
(2) 无固定期限：自 / 年 / 月 / 日起。
(3) 以完成 / 工作为期限。
二、岗位和地点
乙方工作岗位：无损检测员；工作地点：北京市。
""",
        """
十、其他
本合同一式两份。
甲方（盖章）：\t\t乙方（签字）：范 冰
法定代表人或委托代理人：
日期：2023 年 05 月 25 日\t\t日期：2023 年 05 月 25 日
""",
        employer_name="北京赛维检测技术有限公司",
        employee_name="范冰",
        id_number="320502198402294568",
        contract_type="fixed_term",
        starts_on="2023-06-01",
        ends_on="2026-05-31",
        position="无损检测员",
        signed_on="2023-05-25",
    ),
    paper(
        "labor_contract",
        "own text with party names in the preamble",
        """
劳动合同书
用人单位：北京天工模具有限公司（以下简称“甲方”）
员工：钱 程（以下简称“乙方”），身份证号：411522198811123637
根据《劳动合同法》，双方订立本合同：
1、合同期限：本合同有效期为五年，从2021年10月8日起，到2026年10月7日止。
2、甲方聘请乙方担任模具钳工一职。
""",
        employer_name="北京天工模具有限公司",
        employee_name="钱程",
        id_number="411522198811123637",
        contract_type="fixed_term",
        starts_on="2021-10-08",
        ends_on="2026-10-07",
        position="模具钳工",
    ),
    paper(
        "labor_contract",
        "start and end as table cells",
        """
劳动合同信息
合同类型\t固定期限劳动合同
合同开始日期\t2022年4月1日
合同结束日期\t2025年3月31日
甲方名称\t北京云桥物流有限公司
乙方姓名\t韩冬梅
身份证号码\t370923199101051519
岗位名称\t物流服务师
合同签订日期\t2022年3月30日
""",
        contract_type="fixed_term",
        starts_on="2022-04-01",
        ends_on="2025-03-31",
        employer_name="北京云桥物流有限公司",
        employee_name="韩冬梅",
        position="物流服务师",
        signed_on="2022-03-30",
    ),
    paper(
        "labor_contract",
        "change agreement extends the term",
        """
劳动合同书
甲方：北京汇川电子有限责任公司
乙方：冯雪
合同期限自2018年9月1日起至2021年8月31日止。
签订日期：2018年8月30日
""",
        """
劳动合同续订页
经甲乙双方协商一致，续签本合同，续签期限类型为无固定期限，自2021年9月1日起。
甲方（盖章） 乙方（签字）
2021年8月25日
""",
        starts_on="2018-09-01",
        ends_on=ABSENT,
        contract_type="open_ended",
        employee_name="冯雪",
    ),
    paper(
        "labor_contract",
        "tick box glued, spaced template of the employer",
        """
劳 动 合 同
甲 方：北京恒岳机床集团有限公司
统一社会信用代码：91110302MA01ABCD5E
乙 方：谭 国 栋
身份证号：1 1 0 1 0 5 1 9 7 9 1 2 0 3 1 0 1 6
一、合同期限
甲乙双方选择以下第 2 种方式（在对应□内打√）：
□1、固定期限：自    年  月  日起至    年  月  日止。
☑2、无固定期限：自 2015 年 3 月 1 日起。
□3、以完成一定工作任务为期限。
二、岗位：数控车工（高级技师）
签订日期：2015 年 2 月 27 日
""",
        employer_name="北京恒岳机床集团有限公司",
        employee_name="谭国栋",
        id_number="110105197912031016",
        contract_type="open_ended",
        starts_on="2015-03-01",
        ends_on=ABSENT,
        signed_on="2015-02-27",
    ),
    paper(
        "labor_contract",
        "probation printed before in the same sentence",
        """
劳动合同书
甲方（用人单位）：北京奥森生物科技股份有限公司
乙方（劳动者）：季小雨
第二条 本合同期限为固定期限，自2023年2月6日至2026年2月5日，其中前三个月为试用期，试用期自2023年2月6日至2023年5月5日。
第三条 乙方在质量部从事检验员工作。
甲方（盖章）
2023年2月6日
""",
        contract_type="fixed_term",
        starts_on="2023-02-06",
        ends_on="2026-02-05",
        position="检验员",
        signed_on="2023-02-06",
    ),
    paper(
        "labor_contract",
        "dates with points and a tilde",
        """
劳动合同
甲方名称：北京天岳航空器材有限公司
乙方姓名：贺小山
身份证号码：51010719930808111X
合同类型：☑ 固定期限 □ 无固定期限 □ 完成一定工作任务
合同期限：2024.07.01 ～ 2027.06.30
试用期：2024.07.01 ～ 2024.12.31
工种：飞机装配工
签订日期：2024.06.28
""",
        contract_type="fixed_term",
        starts_on="2024-07-01",
        ends_on="2027-06-30",
        position="飞机装配工",
        signed_on="2024-06-28",
        employee_name="贺小山",
    ),
    paper(
        "labor_contract",
        "dispatch-like third party is not the employer",
        """
劳动合同书
甲方（用人单位）：北京京岚自动化设备有限公司
地址：北京市北京经济技术开发区科创九街18号
法定代表人：袁立新 联系电话：010-67880001
乙方（劳动者）：石 磊
家庭住址：河北省涿州市
紧急联系人：石大山 电话：13900000000
公民身份号码：130628198506142036
合同期：三年，自2022年7月1日起，至2025年6月30日止
工作岗位（职务）：设备调试工
""",
        employer_name="北京京岚自动化设备有限公司",
        employee_name="石磊",
        id_number="130628198506142036",
        starts_on="2022-07-01",
        ends_on="2025-06-30",
        position="设备调试工",
        contract_type="fixed_term",
    ),
    paper(
        "labor_contract",
        "Guangdong's wording, of no fixed term by number",
        """
广东省职工劳动合同
甲方（用人单位）名称：广州恒拓精密制造有限公司
统一社会信用代码：
乙方（职工）姓名：黎志强
身份证号：440306199511084515
一、合同期限
（一）合同期：甲乙双方同意按以下第 2 种方式确定本合同期限
1、有固定期限：从      年   月   日起至      年   月   日止。
2、无固定期限：从 2019 年 7 月 1 日起至法定的终止条件出现时止。
3、以完成一定的工作为期限。
二、工作内容和工作地点
（一）乙方的工作岗位（工作地点、部门、工种或职务）为 电气维修工 。
甲方：（盖章）\t\t乙方：（签名）
2019 年 6 月 28 日\t\t2019 年 6 月 28 日
""",
        employer_name="广州恒拓精密制造有限公司",
        employer_uscc=ABSENT,
        employee_name="黎志强",
        contract_type="open_ended",
        starts_on="2019-07-01",
        ends_on=ABSENT,
        position="电气维修工",
        signed_on="2019-06-28",
    ),
    paper(
        "labor_contract",
        "a sentence that begins the term and gives it no end",
        """
劳动合同
甲方：北京恒岳机床有限公司
乙方：陈立，身份证号110105197912031016
一、合同期限：自2018年5月1日起为无固定期限劳动合同。
二、岗位：乙方在钳工岗位工作。
签订时间：2018年4月27日
""",
        contract_type="open_ended",
        starts_on="2018-05-01",
        ends_on=ABSENT,
        position="钳工",
        signed_on="2018-04-27",
    ),
    paper(
        "labor_contract",
        "Shanghai's wording with a probation",
        """
            上海市劳动合同
甲方（用人单位）：上海启澜机电有限公司
法定代表人：周明远
乙方（劳动者）：孙小梅
第一条 本合同为有固定期限的劳动合同。合同期从2021年3月1日起至2024年2月29日止，其中试用期从2021年3月1日起至2021年5月31日止。
第二条 甲方安排乙方在装配车间从事数控车床操作工作。
甲方（盖章）\t\t乙方（签名）
2021年2月26日\t\t2021年2月26日
""",
        employer_name="上海启澜机电有限公司",
        employee_name="孙小梅",
        contract_type="fixed_term",
        starts_on="2021-03-01",
        ends_on="2024-02-29",
        signed_on="2021-02-26",
    ),
    paper(
        "labor_contract",
        "wages of a post are no post",
        """
劳动合同书
甲方（用人单位）：北京曜城机床有限公司
乙方（劳动者）：薛宛宁
第一条 本合同为固定期限劳动合同，自2022年4月1日起至2027年3月31日止。
第二条 乙方的职位为磨床操作，工作地点在北京。
第三条 乙方的劳动报酬由基本工资、岗位工资、绩效工资和
岗位津贴组成，甲方每月10日前支付。
甲方（盖章）\t\t乙方（签名）
2022年3月25日\t\t2022年3月25日
""",
        position="磨床操作",
        starts_on="2022-04-01",
    ),
    paper(
        "labor_contract",
        "a sheet of renewal that names the day from which it is in force",
        """
劳动合同续订书
甲方：北京曜城机床有限公司\t\t乙方：薛宛宁
本次续订劳动合同期限类型为固定期限合同，续订合同生效日期为2024年7月1日，续订合同2029年6月30日终止。
乙方在磨削班从事磨床操作岗位工作。
甲方（公章）\t\t乙方（签字）
2024年6月20日\t\t2024年6月20日
""",
        contract_type="fixed_term",
        starts_on="2024-07-01",
        ends_on="2029-06-30",
        signed_on="2024-06-20",
    ),
    paper(
        "labor_contract",
        "a renewal without a last day, its blanks struck out",
        """
续订劳动合同
甲方：北京曜城机床有限公司\t\t乙方：薛宛宁
续订合同期限为无固定期限，续订合同生效日期为2024年7月1日，续订合同／年／月／日终止。
甲方聘用乙方在磨削班担任磨床操作工，工作地点为北京。
甲方（公章）\t\t乙方（签字）
2024年6月20日\t\t2024年6月20日
""",
        contract_type="open_ended",
        starts_on="2024-07-01",
        ends_on=ABSENT,
        position="磨床操作工",
    ),
    paper(
        "labor_contract",
        "a way whose number was read as a letter",
        """
劳动合同
甲方（用人单位）：北京亦程精密制造有限公司
乙方（劳动者）：韩立群
第一条 甲乙双方按以下第 I 种方式确定本合同期限：
1、固定期限：从 2022 年 10 月 20 日起至 2027 年 10 月 19 日止。
2、无固定期限：从 / 年 / 月 / 日起至本合同约定的终止条件出现时止。
3、以完成一定工作为期限：从 / 年 / 月 / 日起至 / 工作完成时止。
第二条 甲方聘请乙方从事 质量检验 工作。
""",
        contract_type="fixed_term",
        starts_on="2022-10-20",
        ends_on="2027-10-19",
        position="质量检验",
    ),
    paper(
        "labor_contract",
        "a post named in a sentence behind its own heading",
        """
劳动合同
甲方：北京亦程精密制造有限公司
法定代表人：周敏
乙方：韩立群
身份证号：110105198203152537
第一条 劳动合同期限：5年，即从2022年10月20日起，到2027年10月19日止。
第二条 工作岗位：乙方的岗位是数控车工，属于技术工人岗位。
""",
        contract_type="fixed_term",
        starts_on="2022-10-20",
        ends_on="2027-10-19",
        position="数控车工",
    ),
    paper(
        "labor_contract",
        "blanks in square brackets, filled in",
        """
劳动合同
甲方（单位）：北京亦程精密制造有限公司
乙方（员工）：韩立群
1.1 合同期限：【2022】年【10】月【20】日至【2027】年【10】月【19】日。
2.1 乙方任职岗位：【机修钳工】
""",
        starts_on="2022-10-20",
        ends_on="2027-10-19",
        position="机修钳工",
        contract_type="fixed_term",
    ),
    paper(
        "labor_contract",
        "parties side by side under their heads",
        """
劳动合同书
甲方（用人单位）\t乙方（劳动者）
名称：北京亦程精密制造有限公司\t姓名：韩立群
法定代表人：周敏\t性别：男
地址：北京市大兴区科创十街8号\t身份证号码：110105198203152537
一、劳动合同期限
双方约定按下列第 1 种方式确定劳动合同期限
1.有固定期限：自2022年10月20日起，至2027年10月19日止。
2.无固定期限：自　年　月　日起。
二、工作内容
甲方安排乙方在 机加工 岗位，从事 数控车工 工作。
""",
        employer_name="北京亦程精密制造有限公司",
        employee_name="韩立群",
        id_number="110105198203152537",
        starts_on="2022-10-20",
        ends_on="2027-10-19",
        contract_type="fixed_term",
    ),
    paper(
        "labor_contract",
        "parties in lines of their own, each with what it is called",
        """
劳动合同
本合同由以下双方于2022年10月18日在北京签订：
北京亦程精密制造有限公司（以下简称“甲方”）
与
韩立群（以下简称“乙方”），身份证号码：110105198203152537
第一条 合同期限自2022年10月20日起至2027年10月19日止（含首尾两日）。
第二条 甲方聘任乙方担任研发部测试工程师职务。
""",
        employer_name="北京亦程精密制造有限公司",
        employee_name="韩立群",
        starts_on="2022-10-20",
        ends_on="2027-10-19",
    ),
    paper(
        "labor_contract",
        "the model of 2024 with the first way chosen",
        """
劳动合同
（通用）
甲方（用人单位）：北京亦程精密制造有限公司
乙方（劳动者）：韩立群
签 订 日 期：2024 年 3 月 15 日
""",
        """
甲方（用人单位）：北京亦程精密制造有限公司
统一社会信用代码：91110302MA01A2BC34
法定代表人（主要负责人）或委托代理人：周敏
注 册 地：北京市大兴区科创十街8号
经 营 地：同上
联系电话：010-67880000
乙方（劳动者）：韩立群
居民身份证号码：110105198203152537
（或其他有效证件名称 / 证件号： / ）
户籍地址：北京市朝阳区望京街道1号院
经常居住地（通讯地址）：同上
联系电话：13800000000
一、劳动合同期限
第一条 甲乙双方自用工之日起建立劳动关系，双方约定按下列第 1 种方式确定劳动合同期限：
1.固定期限：自 2024 年 4 月 1 日起至 2027 年 3 月 31 日止，其中，试用期从用工之日起至 / 年 / 月 / 日止。
2.无固定期限：自 / 年 / 月 / 日起至依法解除、终止劳动合同时止。
3.以完成一定工作任务为期限：自 / 年 / 月 / 日起至 / 工作任务完成时止。甲方应当以书面形式通知乙方工作任务完成。
二、工作内容和工作地点
第二条 乙方工作岗位是 数控车工 ，岗位职责为 零件加工 。乙方的工作地点为 北京 。
""",
        employer_name="北京亦程精密制造有限公司",
        employee_name="韩立群",
        contract_type="fixed_term",
        starts_on="2024-04-01",
        ends_on="2027-03-31",
        position="数控车工",
        signed_on="2024-03-15",
    ),
    paper(
        "labor_contract",
        "the number of the way read as a letter l",
        """
劳动合同书
甲方（用人单位）：北京亦程精密制造有限公司
乙方（劳动者）：韩立群
甲乙双方约定按下列第 l 种方式确定劳动合同期限：
1.固定期限：自 2024 年 4 月 1 日起至 2027 年 3 月 31 日止
2.无固定期限：自　年　月　日起
""",
        contract_type="fixed_term",
        starts_on="2024-04-01",
        ends_on="2027-03-31",
    ),
    paper(
        "labor_contract",
        "when it starts and ends, in lines of their own",
        """
劳动合同书
甲    方：北京亦程精密制造有限公司
乙    方：韩立群
合同期限
起始时间：2024年4月1日
终止时间：2027年3月31日
岗位（职务）：研发工程师
""",
        starts_on="2024-04-01",
        ends_on="2027-03-31",
        position="研发工程师",
    ),
    paper(
        "labor_contract",
        "parties in two columns, the name below its label and before the next",
        """
劳动合同
甲方（单位）名称：\t\t乙方（劳动者）姓名：
北京亦程精密制造有限公司\t\t侯昊江性别：男
统一社会信用代码：\t\t身份证号码：
一、本合同为固定期限劳动合同。合同期自2024年1月15日起至2029年1月14日止。
""",
        employer_name="北京亦程精密制造有限公司",
        employee_name="侯昊江",
    ),
    paper(
        "labor_contract",
        "empty boxes, and one option filled in",
        """
劳动合同书
甲方：北京亦程精密制造有限公司
乙方：韩立群
双方按下列所选方式确定合同期限：
□固定期限：自_年_月_日起至_年_月_日止。
□无固定期限：自2013年1月1日起。
□以完成一定工作任务为期限：自年月日起至
任务完成时止。
""",
        contract_type="open_ended",
        starts_on="2013-01-01",
        ends_on=ABSENT,
    ),
    paper(
        "labor_contract",
        "an institution's 受聘 … 岗位",
        """
        事业单位聘用合同书
聘用单位（甲方）：北京市京南技师学院
受聘人员（乙方）：任静
身份证号码：110102198509123426
    第一条  聘用合同期限
    （一）固定期限：自2022年9月1日起至2027年8月31日止。
    第二条  岗位及职责要求
    乙方受聘 实习指导教师 岗位。
甲方（公章）	乙方（签字）
        2022年8月26日
""",
        employer_name="北京市京南技师学院",
        employee_name="任静",
        id_number="110102198509123426",
        contract_type="fixed_term",
        starts_on="2022-09-01",
        ends_on="2027-08-31",
        position="实习指导教师",
        signed_on="2022-08-26",
    ),
    paper(
        "labor_contract",
        "a handbook's title and an empty renewal",
        """
    第四十条  本合同附件如下：《员工手册》。
甲方（公　章）	乙方（签字或盖章）
法定代表人（主要负责人）或委托代理人
（签字或盖章）
        签订日期：2013 年 7 月 22 日
""",
        """
        劳动合同续订书
    本次续订劳动合同期限类型为	期限合同，续订合同生效日期为	年
   月   日，续订合同	终止。
甲方（公章）	乙方（签字或盖章）
        年	月	日
""",
        signed_on="2013-07-22",
    ),
    paper(
        "labor_contract",
        "从事的工作岗位 with a colon",
        """
        劳 动 合 同 书
甲方：武汉楚天激光焊割有限公司
乙方：万里	性别：男	出生年月：1988年3月
文化程度：大专	身份证号：421126198803160038
    第一条 劳动合同期限
    （一）本合同期限为 36 个月，从 2014年7月14日起，至
2017年7月13日止。
    （二）试用期 3 个月，从 2014 年 7 月 14 日至 2014 年 10 月 13 日。
    第二条 乙方从事的工作岗位：激光设备调试员
    第三条 工作时间：标准工时制。
甲方（签章）：	乙方（签字）：
    签订时间：2014年7月10日
""",
        employer_name="武汉楚天激光焊割有限公司",
        employee_name="万里",
        id_number="421126198803160038",
        contract_type="fixed_term",
        starts_on="2014-07-14",
        ends_on="2017-07-13",
        position="激光设备调试员",
        signed_on="2014-07-10",
    ),
    paper(
        "labor_contract",
        "a renewal whose post stays",
        """
        劳动合同续订书
甲方：襄阳汉水航空座椅有限公司
乙方：危国民	身份证号：420606197411304019
    甲乙双方于2014年3月1日签订的劳动合同将于2019年2月28日期满，
经双方协商一致，续订劳动合同：
    续订合同期限类型为 无固定期限 合同，续订合同生效日期为2019年3月1日，
续订合同至法定终止条件出现时终止。
    乙方岗位（工种）仍为座椅装配工。
甲方（盖章）	乙方（签字）
2019年2月15日
""",
        employer_name="襄阳汉水航空座椅有限公司",
        employee_name="危国民",
        id_number="420606197411304019",
        contract_type="open_ended",
        starts_on="2019-03-01",
        position="座椅装配工",
        signed_on="2019-02-15",
    ),
    paper(
        "labor_contract",
        "a contract that changes the post",
        """
        劳动合同变更协议书
甲方（用人单位）：昆明滇池精工机床有限公司
乙方（劳动者）：和丽泉
身份证号：533221198702030518
    原合同期限：2018年10月8日至2023年10月7日。经协商一致，变更如下：
    1.合同类型变更为固定期限，合同期限变更为2022年5月1日至2027年4月30日；
    2.工作岗位由普通铣工变更为五轴加工中心操作工；
    3.其余条款不变。
甲方（章）	乙方（签名）
2022年4月20日
""",
        employer_name="昆明滇池精工机床有限公司",
        employee_name="和丽泉",
        id_number="533221198702030518",
        contract_type="fixed_term",
        ends_on="2027-04-30",
        position="五轴加工中心操作工",
        signed_on="2022-04-20",
    ),
    paper(
        "labor_contract",
        "a contract in sentences",
        """
        用 工 合 同
    陕西渭水农机配件有限责任公司（以下称甲方）与仵养民（以下称乙方，身份证号码
610522197912093010），就乙方在甲方工作事宜，于2020年8月28日订立本劳动合同。
    甲方聘用乙方从事农机修理，合同期自2020年9月1日至2023年8月31日，
共三年。期满双方无异议可续签。
    甲方每月15日前以转账方式支付工资。
    甲方：（章）	乙方：
""",
        employer_name="陕西渭水农机配件有限责任公司",
        employee_name="仵养民",
        id_number="610522197912093010",
        contract_type="fixed_term",
        starts_on="2020-09-01",
        ends_on="2023-08-31",
        position="农机修理",
        signed_on="2020-08-28",
    ),
    paper(
        "labor_contract",
        "a firm named above the title alone",
        """
机密★人力资源部存档
        保定长岭电动叉车有限公司
        劳动合同
员工编号	GD-20882
员工姓名	刁海洋
身份证件	130681199506238712
入职日期	2016-08-29
合同期限	第 2 次签订
	2022年08月29日—2025年08月28日
任职岗位	叉车总装工
所属部门	总装一车间
签署日期	2022.08.15
""",
        employer_name="保定长岭电动叉车有限公司",
        employee_name="刁海洋",
        id_number="130681199506238712",
        contract_type="fixed_term",
        starts_on="2022-08-29",
        ends_on="2025-08-28",
        position="叉车总装工",
        signed_on="2022-08-15",
    ),
    paper(
        "labor_contract",
        "a table with the kind of term ticked",
        """
劳动合同书（主要条款）
项目	内容
用人单位	台州黄岩橘乡塑料模具厂
信用代码	91331003784456531K
劳动者	牟海龙
公民身份号码	331081197710033518
期限形式	□固定  ☑无固定  □任务
起始日期	2018.01.01
岗位（工种）	模具抛光工
合同订立日	2017.12.20
""",
        employer_name="台州黄岩橘乡塑料模具厂",
        employer_uscc="91331003784456531K",
        employee_name="牟海龙",
        id_number="331081197710033518",
        contract_type="open_ended",
        starts_on="2018-01-01",
        position="模具抛光工",
        signed_on="2017-12-20",
    ),
    paper(
        "labor_contract",
        "a task until its acceptance",
        """
劳 动 合 同（以完成一定工作任务为期限）
甲方：西宁昆仑隧道装备维保有限公司
乙方：马占山，身份证号码：632122198408151814
合同自2024年5月6日开始，至“昆仑号”盾构机大修验收合格之日终止。
岗位：盾构机维修工
签约：2024/4/30
""",
        employer_name="西宁昆仑隧道装备维保有限公司",
        employee_name="马占山",
        id_number="632122198408151814",
        contract_type="task",
        starts_on="2024-05-06",
        position="盾构机维修工",
        signed_on="2024-04-30",
    ),
    paper(
        "labor_contract",
        "a post in quotation marks",
        """
        劳动合同书
甲方（用人单位）：北京恒远精工机械有限公司
乙方（劳动者）：刘建军
身份证号码：110224198503124415
第一条 合同期限：固定期限，自2023年5月1日起至2026年4月30日止。
第二条 工作内容
甲方安排乙方在生产部从事“数控铣工”岗位工作。
第三条 工作地点：北京经济技术开发区荣京东街8号
甲方（盖章）：	乙方（签字）：
2023年4月26日	2023年4月26日
""",
        position="数控铣工",
    ),
    paper(
        "labor_contract",
        "a post in quotation marks, its kinds in brackets behind",
        """
        劳动合同书
甲方（用人单位）：北京恒远精工机械有限公司
乙方（劳动者）：刘建军
身份证号码：110224198503124415
第一条 合同期限：固定期限，自2023年5月1日起至2026年4月30日止。
第二条 工作内容
乙方同意在甲方“焊接班组长”岗位（管理技术类/生产操作类）工作。
第三条 工作地点：北京经济技术开发区荣京东街8号
甲方（盖章）：	乙方（签字）：
2023年4月26日	2023年4月26日
""",
        position="焊接班组长",
    ),
    paper(
        "labor_contract",
        "任 behind a department",
        """
        劳动合同书
甲方（用人单位）：北京恒远精工机械有限公司
乙方（劳动者）：刘建军
身份证号码：110224198503124415
第一条 合同期限：固定期限，自2023年5月1日起至2026年4月30日止。
第二条 工作内容
乙方在甲方研发中心任工艺工程师，主要负责焊接工艺开发。
第三条 工作地点：北京经济技术开发区荣京东街8号
甲方（盖章）：	乙方（签字）：
2023年4月26日	2023年4月26日
""",
        position="工艺工程师",
    ),
    paper(
        "labor_contract",
        "a post that the employer is to choose",
        """
        劳动合同书
甲方（用人单位）：北京恒远精工机械有限公司
乙方（劳动者）：刘建军
身份证号码：110224198503124415
第一条 合同期限：固定期限，自2023年5月1日起至2026年4月30日止。
第二条 工作内容
乙方工作岗位（工种）由甲方根据需要安排，乙方应服从。
第三条 工作地点：北京经济技术开发区荣京东街8号
甲方（盖章）：	乙方（签字）：
2023年4月26日	2023年4月26日
""",
        position=ABSENT,
    ),
    paper(
        "labor_contract",
        "a post that begins with 技能",
        """
        劳动合同书
甲方（用人单位）：北京恒远精工机械有限公司
乙方（劳动者）：刘建军
身份证号码：110224198503124415
第一条 合同期限：固定期限，自2023年5月1日起至2026年4月30日止。
第二条 工作内容
1. 工作岗位：技能大师工作室领办人、数控加工首席技师
第三条 工作地点：北京经济技术开发区荣京东街8号
甲方（盖章）：	乙方（签字）：
2023年4月26日	2023年4月26日
""",
        position="技能大师工作室领办人、数控加工首席技师",
    ),
    paper(
        "labor_contract",
        "brackets around 部门 and 岗位",
        """
        劳动合同书
甲方（用人单位）：北京恒远精工机械有限公司
乙方（劳动者）：刘建军
身份证号码：110224198503124415
第一条 合同期限：固定期限，自2023年5月1日起至2026年4月30日止。
第二条 工作内容
乙方担任甲方生产管理中心（部门）的模具钳工（岗位）。
第三条 工作地点：北京经济技术开发区荣京东街8号
甲方（盖章）：	乙方（签字）：
2023年4月26日	2023年4月26日
""",
        position="模具钳工",
    ),
    paper(
        "labor_contract",
        "a renewal in 生效日期 and 终止 on the last page",
        """
        劳动合同书
甲方：北京恒远精工机械有限公司
乙方：刘建军	性别：男
居民身份证号码：110224198503124415
家庭住址：北京市大兴区黄村镇清源路12号
第一条 劳动合同期限 自2020年5月1日起至2023年4月30日止。
劳动合同续订书
本次续订劳动合同期限类型为 固定 期限合同，续订合同生效日期为 2023 年 5 月 1 日，续订合同 2026 年 4 月 30 日终止。
工作岗位：数控车工
甲方（盖章）：	乙方（签字）：
2023年4月26日	2023年4月26日
""",
        employee_name="刘建军",
        position="数控车工",
        contract_type="fixed_term",
        starts_on="2020-05-01",
        ends_on="2026-04-30",
        signed_on="2023-04-26",
    ),
    paper(
        "labor_contract",
        "renewal: earlier contract terms cited, new contract is asked",
        """
        劳动合同
甲方（用人单位）	北京宏远铸锻有限公司
乙方（劳动者）	白俊峰	身份证号	150426198002033418
鉴于甲乙双方于2017年1月1日签订的劳动合同（期限自2017年1月1日至2019年12月31日）
已经期满，现经协商一致，重新订立本劳动合同。
第一条 合同类型与期限
固定期限劳动合同，合同期自 2020年1月1日 起至 2024年12月31日 止，无试用期。
第二条 岗位
乙方岗位（工种）：造型工。乙方不得擅自兼任安全员、班组长等其他岗位。
第十二条 附则
本合同一式两份。
甲方：（章）	乙方： 白俊峰
签订日期：2019年12月26日
""",
        employer_name="北京宏远铸锻有限公司",
        employee_name="白俊峰",
        id_number="150426198002033418",
        contract_type="fixed_term",
        starts_on="2020-01-01",
        ends_on="2024-12-31",
        position="造型工",
        signed_on="2019-12-26",
    ),
    paper(
        "labor_contract",
        "bilingual contract of a foreign-invested firm",
        """
        LABOR CONTRACT
        劳动合同
Party A (Employer) 甲方（用人单位）：博朗格精密轴承（北京）有限公司
Unified Social Credit Code 统一社会信用代码：911103025923K8146K
Legal Representative 法定代表人：Thomas Keller
Party B (Employee) 乙方（员工）：Ms. 林晓彤
ID No. 身份证号码：350203199106254027
Article 1	Term of Contract	第一条 合同期限
This contract is a fixed-term contract commencing on 2022/07/01 and ending on 2025/06/30.
本合同为固定期限合同，自2022年7月1日起，至2025年6月30日止。
Probation period 试用期：from 2022/07/01 to 2022/12/31
Article 2	Position	第二条 工作岗位
Party B shall work as Quality Inspector.
乙方担任质量检验员职务。
Party A (Seal) 甲方（盖章）	Party B (Signature) 乙方（签字）
Date 日期：2022/06/20	Date 日期：2022/06/20
""",
        employer_name="博朗格精密轴承（北京）有限公司",
        employer_uscc="911103025923K8146K",
        employee_name="林晓彤",
        id_number="350203199106254027",
        contract_type="fixed_term",
        starts_on="2022-07-01",
        ends_on="2025-06-30",
        position="质量检验员",
        signed_on="2022-06-20",
    ),
    paper(
        "labor_contract",
        "headings of the parties' particulars",
        """
        劳动合同书
        甲方（用人单位）信息
名称	北京砺锋精密传动科技有限公司
统一社会信用代码	91110302591234086G
        乙方（员工）信息
姓名	宁慧敏	性别	女
身份证号	210381199009271267
合同类别	固定期限
合同起始日	2023.06.15
合同终止日	2028.06.14
第二章 岗位
2.1 公司聘用员工在机器人维护岗工作，工作地点为公司厂区及公司指定的场所。
""",
        employer_name="北京砺锋精密传动科技有限公司",
        employee_name="宁慧敏",
        contract_type="fixed_term",
        starts_on="2023-06-15",
        ends_on="2028-06-14",
        position="机器人维护岗",
    ),
    paper(
        "labor_contract",
        "1999 bilingual joint venture, employer Chinese name after English",
        """
        LABOUR CONTRACT 劳动合同书
Employer 甲方：北京松原汽车电器有限公司
Employee 乙方：卞红霞
ID Card No. 身份证号：110224750327442
第一条 合同期限 Term
本合同自1999年3月1日至2002年2月28日止，为期叁年。
第二条 岗位 Post
乙方被聘为线束装配工。
Employer (seal) 甲方盖章	Employee 乙方签字 卞红霞
1999年2月24日	1999年2月24日
""",
        employer_name="北京松原汽车电器有限公司",
        employee_name="卞红霞",
        id_number="110224750327442",
        contract_type="fixed_term",
        starts_on="1999-03-01",
        ends_on="2002-02-28",
        position="线束装配工",
        signed_on="1999-02-24",
    ),
    paper(
        "labor_contract",
        "contract where director mentions several posts, dispatched? no, own text 2026",
        """
        劳动合同书
甲方：北京亦城轻量化材料研究院
统一社会信用代码：12110400MB1K23Q56R
法定代表人：陆绍文（院长）
乙方：孟宪章	身份证号码：11010919760612181X
第一条 本合同为无固定期限劳动合同，自 2026 年 1 月 1 日起。
第二条 乙方岗位：复合材料成型工。乙方同时接受中试车间主任、工艺员的业务指导。
第三条 乙方从事接触粉尘的岗位工作时，甲方提供防护用品。
        甲方（盖章）
        乙方（签字）：孟宪章
        2025 年 12 月 29 日
""",
        employer_name="北京亦城轻量化材料研究院",
        employer_uscc="12110400MB1K23Q56R",
        employee_name="孟宪章",
        id_number="11010919760612181X",
        contract_type="open_ended",
        starts_on="2026-01-01",
        position="复合材料成型工",
        signed_on="2025-12-29",
    ),
    paper(
        "labor_contract",
        "Chongqing form, option letters with tick before open-ended",
        """
        重庆市劳动合同书
用人单位（甲方）：重庆山城仪表有限责任公司
社会信用代码：91500109203100A56Q
劳动者（乙方）：冉 秀 梅
居民身份证号：510226197909124424
一、劳动合同期限（在选定的□内打√）
□固定期限	从____年__月__日起至____年__月__日止
☑无固定期限 从2019年10月1日起
□以完成一定工作任务为期限
二、工作内容：乙方从事仪器仪表装配工（班组长另行聘任）。
签订时间：2019年9月24日
""",
        employer_name="重庆山城仪表有限责任公司",
        employer_uscc="91500109203100A56Q",
        employee_name="冉秀梅",
        id_number="510226197909124424",
        contract_type="open_ended",
        starts_on="2019-10-01",
        position="仪器仪表装配工",
        signed_on="2019-09-24",
    ),
    paper(
        "labor_contract",
        "numbered grid form with columns of both parties and wrapped address",
        """
        劳动合同书
甲方	北京畅行智能网联汽车技术有限公司	乙方	白　雪
统一社会信用	91110400MABTR7X50B	证件号码	220104199507162029
代码
住所	北京市北京经济技术开发区荣华中路	户籍地	吉林省长春市朝阳区
        19号院1号楼B座
1 合同类型	☑固定期限	□无固定期限	□以完成一定任务为期限
2 合同期	2025/04/01 — 2028/03/31
3 试用期	2025/04/01 — 2025/09/30
4 岗位	智能网联汽车测试员
5 工时制	标准工时
甲方（盖章）	乙方（签字）白雪
签订日期 2025/03/26	签订日期 2025/03/26
""",
        employer_name="北京畅行智能网联汽车技术有限公司",
        employer_uscc="91110400MABTR7X50B",
        employee_name="白雪",
        id_number="220104199507162029",
        contract_type="fixed_term",
        starts_on="2025-04-01",
        ends_on="2028-03-31",
        position="智能网联汽车测试员",
        signed_on="2025-03-26",
    ),
)
