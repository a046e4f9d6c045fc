"""职业技能等级证书 (one page, domain §3.4) and 国家职业资格证书 (booklet, §3.5)."""

from extractors.declaration import Cue, DocumentForm, FieldForm, first_of
from extractors.finders.companies import seal_name
from extractors.finders.dates import last_free_date
from extractors.finders.lines import beside_verb
from extractors.finders.prose import by_words
from extractors.finders.signers import signed_above_date, stamped_body

NOT_THE_MINISTRY = r"^(?!中华人民共和国.*部$)"
"""The ministry's seal is printed on every booklet; who issued it is the local body whose seal stands beside the date."""

BORN = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?"
OF_A_PERSON = rf"(?:(?:男|女)[，,）)、]|(?:男|女)?[，,]?(?:居民|公民)?(?:身份证?件?|证件)(?:号|编|[：:])|(?:生?于)?{BORN}出?生)"
"""What stands behind a name in the sentence of a certificate."""
ATTAINED = r"(?:符合|具备|具有|取得|获得|达到|(?:[考认评鉴]定|评|晋升|聘|确认)为|授予|颁发)"
IN_BRACKETS = (
    r"(?:(?!技能|鉴定|等级|职业|证书)[\u4e00-\u9fff]){2,16}"
    r"[（(](?P<value>(?!职业|工种|技能|国家|照片|相片)(?:(?!级|技师)[^（）()，。：:]){2,16})[）)]"
)
"""The job type behind an occupation."""
CAPTION = r"职业技能鉴定[（(]?指导[）)]?中心[（(]?(?:印|章|盖章)?[）)]?"
over_its_seal = beside_verb(CAPTION, "issuer", below=False, like=r"^[^：:]*(?:中心|所|站|局|厅)$", weight=0.6)
"""Whoever is named over the words for the seal in a booklet; the seal itself may be of another."""
TRADE = r"(?:[（(]?(?:职业|工种)(?:[（(/／]?(?:职业|工种|方向)[）)]?)?[）)]?)"
LEVEL = r"[一二三四五]级|[（(][一二三四五]级|[（(]?(?:高级|特级|首席)?技师|[（(]?[初中高]级(?:工|技能)|国家职业"

SKILL_CERTIFICATE = DocumentForm(
    type="skill_certificate",
    title="职业资格/职业技能等级证书",
    cues=(
        Cue(r"职业技能等级证书|职业资格证书|技师合格证书|技术等级证书", 6, title=True),
        Cue(
            r"^(?:高级|特级|首席)?技师(?:资格|考评合格)?证书?$|^(?:工人)?(?:初|中|高)级(?:技术)?工(?:技术)?(?:等级)?证书$",
            6,
            title=True,
        ),
        Cue(r"人才评价证书|(?:工人)?技术等级考核", 4, title=True),
        Cue(r"职业技能等级证书|职业资格证书", 2),
        Cue(r"^(?:持证[人者]|职业|等级|级别|工种|证书编号)$", 1),
        Cue(r"职业技能等级|技能等级|职业[（(]工种[）)]及等级", 2),
        Cue(r"职业名称|工种/?职业方向|职业[（(]工种", 2),
        Cue(r"技术等级(?:达|标准|为)", 2),
        Cue(r"评价机构|颁证机构|职业技能鉴定|鉴定[（(]?指导", 2),
        Cue(r"理论知识|操作技能|评定成绩", 1.5),
        Cue(r"理论(?:知识)?(?:考试|考核)?成绩", 1),
        Cue(r"(?:操作|实操|实际)(?:技能)?(?:操作)?(?:考试|考核)?成绩", 1),
        Cue(r"(?:评定|综合评审|总评)成绩|文化程度", 0.5),
        Cue(r"(?:[一二三四五]级|国家职业资格|等级)[/／（(]*(?:高级技师|技师|高级工|中级工|初级工|[初中高]级技能)", 1),
        Cue(r"(?:技师|[初中高]级工)(?:任职)?(?:职业)?资格|(?:考评|鉴定)委员会|晋升.{0,4}技师", 2),
        Cue(r"osta\.org|OccupationalSkill|VocationalSkill|SkillLevel", 1.5),
        Cue(
            r"特种作业|特种设备|职称证|技术职务|任职资格|培训(?:合格|结业)?证|结业证|上岗证|毕业证|荣誉证书|获奖|专利",
            -6,
            title=True,
        ),
        Cue(r"(?:申报|申请|推荐|审批|登记)表$", -6, title=True),
        Cue(r"劳动合同|承诺书|管理制度|营业执照", -4, title=True),
    ),
    fields=(
        FieldForm(
            "holder_name",
            "person_name",
            labels=("姓名", "持证人姓名", "持证人", "持证者", "姓名/性别", "NAME", "Full Name"),
            patterns=(
                r"^(?:兹?发给|颁发给)(?P<value>[^，。：:（(]{2,4})$",
                rf"^(?:兹证明|兹有|学员|考生)?(?P<value>[^，。：:（(]{{2,12}}?)(?:同志|先生|女士)?[（(，,]{OF_A_PERSON}",
                r"(?:兹?证明|兹有|持证人(?![经可通参]))(?P<value>[^，。：:（(]{2,12}?)(?:同志|先生|女士)?[（(，,]",
                rf"(?:[。：:号书]|\d[XxＸ\d]\d{{2,}})(?P<value>[^，。：:（(号书\d]{{2,4}}?)(?:同志|先生|女士)?[（(，,]{OF_A_PERSON}",
                r"^(?P<value>[^，。：:（(]{2,4}?)(?:同志|先生|女士)(?:经|通过|参加|具备|符合|取得)",
                r"^(?P<value>[^，。：:（(]{2,4}?)(?:同志|先生|女士)?于\d{4}年\d{1,2}月.{0,12}(?:参加|经|通过)",
                r"^(?:兹证明|兹有)?(?P<value>[^，。：:（(]{2,12}?)(?:同志|先生|女士)[，,：:（(]",
            ),
            finders=(beside_verb(r"职业技能等级证书[·.•](?:有效|正常|已注销)", "person_name", below=False, weight=0.7),),
        ),
        FieldForm(
            "gender",
            "gender",
            labels=("性别", "姓名/性别", "Sex", "Gender"),
            patterns=(
                r"^(?!.*(?:性别|联系|经办|[男女][/／]))[^，。：:]{2,8}[/／](?P<value>男|女)$",
                r"[，,（(](?P<value>男|女)[，,）)]",
            ),
        ),
        FieldForm(
            "birthdate",
            "date",
            labels=("出生日期", "出生年月日", "出生年月", "出生时间", "出生", "Birth Date", "Date of Birth"),
            patterns=(rf"[，,于（(](?P<value>{BORN})(?:出?生)",),
        ),
        FieldForm(
            "id_number",
            "id_number",
            labels=(
                "证件号码",
                "身份证号码",
                "身份证号",
                "居民身份证号码",
                "公民身份号码",
                "身份证件号码",
                "证件编号",
                "ID No.",
                "ID Number",
            ),
            anywhere=True,
        ),
        FieldForm(
            "occupation",
            "occupation",
            labels=(
                "职业名称",
                "职业名称及代码",
                "职业（工种）及等级",
                "职业(工种)名称",
                "职业（工种）",
                "职业及等级",
                "职业工种",
                "职业",
                "Occupation & Skill Level",
                "Occupation",
            ),
            patterns=(
                rf"(?:参加|从事|申报|通过)(?:了?[^，。：:]{{0,20}}?(?:组织|举办|开展|实施|进行)的?)?(?P<value>(?!本|该|的|职业|技能)(?:(?!机构|组织|参加|申报|通过)[^，。：:]){{2,24}}?){TRADE}?(?:国家)?(?:职业)?(?:技能|资格)(?:等级)?(?:(?:{LEVEL}).{{0,6}})?(?:认定|评价|鉴定|考核|考试)",
                rf"{ATTAINED}(?:国家职业(?:技能|资格)?标准)?(?P<value>(?!职业|技能|相应|国家|[本该]证书|所列|上述)[^，。：:（(、]{{2,14}}?){TRADE}?(?:[（(][^（）()]{{0,6}}编码[^（）()]*[）)])?(?={LEVEL}|职业)",
                r"从事(?P<value>(?!本|该|的|职业|技能)[^，。：:（(]{2,12}?)(?:工种|工作|岗位)?[，,]?经?(?:技术等级|技能)?(?:考核|考试|考评)",
                rf"(?:考核|考试|认定|鉴定|评价|考评)(?:合格)?[，,](?P<value>(?!成绩)[^，。：:（(]{{2,14}}?)(?=[（(](?:{LEVEL}))",
                rf"(?:在|参加)(?P<value>(?!本|该|的|职业|技能)(?:(?!机构|组织|参加)[^，。：:]){{2,16}}?){TRADE}(?:{LEVEL})?.{{0,6}}(?:鉴定|认定|考核|评价)",
            ),
            wraps=True,
        ),
        FieldForm(
            "work_type",
            "job_type",
            labels=(
                "工种/职业方向",
                "职业方向/工种",
                "工种/方向",
                "职业/方向",
                "工种（职业方向）",
                "职业方向（工种）",
                "职业方向",
                "工种名称",
                "专业方向",
                "工种",
                "Job",
                "Specialization",
            ),
            patterns=(
                rf"职业(?:名称|[（(]工种[）)]|工种)?(?:名称|及等级)?[A-Za-z&.]{{0,30}}[：:]?{IN_BRACKETS}",
                rf"(?:参加|通过)了?[^，。：:（(]{{0,20}}?(?:组织|举办|开展|实施|进行)的{IN_BRACKETS}(?:职业|技能)",
                rf"(?:参加|从事|申报|通过|{ATTAINED}){IN_BRACKETS}(?:职业|技能|资格|[一二三四五]级|[初中高]级|技师|工种)",
            ),
        ),
        FieldForm(
            "skill_level",
            "skill_level",
            labels=(
                "职业技能等级",
                "资格等级",
                "技能等级",
                "职业资格等级",
                "技术等级",
                "等级",
                "级别",
                "职业（工种）及等级",
                "职业及等级",
                "及等级",
                "Skill Level",
            ),
            patterns=(
                r"(?P<value>[一二三四五]级[/／（(]?(?:高级技师|技师|高级工|中级工|初级工|高级技能|中级技能|初级技能))",
                rf"{ATTAINED}[^，。]{{0,16}}?(?P<value>(?:高级|特级|首席)?技师|[初中高]级(?:工|技能))(?:任职|职业|技能)*(?:资格|水平|等级|标准|证书|[，。；])",
                rf"{ATTAINED}[^，。]{{0,16}}?(?P<value>[一二三四五]级)(?:职业|技能)*(?:资格|水平|等级|标准|证书)",
                r"国家职业(?:技能|资格)(?:等级)?[（(]?(?P<value>[一二三四五]级)",
                r"(?P<value>(?:高级技师|技师|高级工|中级工|初级工|[初中高]级技能)[（(/／](?:国家职业资格)?[一二三四五]级)",
                r"^[（(☑√✓■]?(?P<value>[初中高]级技能|[初中高]级工|(?:高级|特级|首席)?技师)[）)]?$",
            ),
            wraps=True,
            finders=(by_words({"高级技师": "高级技师合格证书", "技师": "(?<!级)技师合格证书"}, weight=0.6),),
        ),
        FieldForm(
            "certificate_number",
            "certificate_number",
            labels=(
                "证书编号",
                "证书号码",
                "证书号",
                "证书编码",
                "证书字号",
                "编号",
                "Certificate No.",
                "Certificate Number",
                "No.",
            ),
            anywhere=True,
        ),
        FieldForm(
            "issued_on",
            "whole_date",
            labels=(
                "发证日期",
                "颁发日期",
                "颁证日期",
                "签发日期",
                "批准日期",
                "颁证时间",
                "发证时间",
                "颁发时间",
                "Date of Issue",
                "Issued on",
                "Issue Date",
            ),
            finders=(last_free_date,),
        ),
        FieldForm(
            "issuer",
            "issuer",
            labels=(
                "评价机构",
                "发证机构",
                "颁发机构",
                "发证机关",
                "发证单位",
                "评价机构（盖章）",
                "评价机构名称",
                "发证机构名称",
                "颁证机构",
                "鉴定机构",
                "颁证单位",
                "颁发单位",
                "发证部门",
                "认定机构",
                "评价单位",
                "认定单位",
                "批准机关",
                "批准单位",
                "核发机关",
                "Issued by",
            ),
            wraps=True,
            finders=(
                first_of(
                    (over_its_seal, signed_above_date, stamped_body, seal_name("issuer", weight=0.5, pattern=NOT_THE_MINISTRY))
                ),
            ),
        ),
    ),
    other_labels=(
        "职业资格证书",
        "职业技能等级证书",
        "证件类型",
        "证件名称",
        "文化程度",
        "学历",
        "理论知识考试成绩",
        "理论成绩",
        "操作技能考核成绩",
        "操作技能成绩",
        "评定成绩",
        "综合评审成绩",
        "查询网址",
        "机构查询网址",
        "证书查询网址",
        "备注",
        "流水码",
        "ID Type",
        "照片",
        "职业技能鉴定（指导）中心（印）",
        "职业技能鉴定（指导）中心",
        "工作单位",
        "国籍",
        "签发机关",
        "有效期限",
        "住址",
        "民族",
        "监管单位",
        "生成时间",
        "下载时间",
        "补发日期",
        "考评成绩",
    ),
)
