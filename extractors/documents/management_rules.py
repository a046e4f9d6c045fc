"""工作室管理制度及工作职责文件: several pages of rules that must cover four topics (guide 五（一）7)."""

from extractors.declaration import Cue, DocumentForm, FieldForm
from extractors.finders.companies import COMPANY, companies_in_prose, seal_name
from extractors.finders.lines import from_title, whole_values
from extractors.finders.prose import Topic, topics

OF_STUDIO = r"(?:技能大师)?(?:工作室)?的?"
SECTIONS = {
    "leader_duties": Topic(
        words=r"(?:领办人|领衔人|带头人|负责人|技能大师|大师)[）)]?(?:的)?(?:岗位|工作)?(?:职责|责任)",
        heading=rf"{OF_STUDIO}(?:领办人|领衔人|带头人|大师)(?:的?(?:任务|义务|分工|要求|管理))?",
        mention=r"领办人|领衔人|带头人",
    ),
    "funds": Topic(
        words=r"(?:经费|资金|财务)[^。，；、：]{0,10}?(?:制度|办法|规定|规范|细则)|【(?:经费|资金)[^】]{0,6}】",
        heading=rf"{OF_STUDIO}(?:专项|建设|资助)?(?:经费|资金|财务)(?:的|与|和|及|、|使用|管理|来源|保障|开支|支出|监督|审批)*",
        mention=r"经费|资金|财务",
    ),
    "archives": Topic(
        words=r"(?:档案|资料|文档)[^。，；、：]{0,8}?(?:制度|办法|规定|规范|细则)|【[^】]{0,6}(?:档案|归档)[^】]{0,4}】",
        heading=rf"{OF_STUDIO}(?:文书|技术)?(?:档案|资料|文档)(?:的|与|和|及|、|资料|管理|建设|收集|整理|归档|保管|利用|工作)*",
        mention=r"档案|归档",
    ),
    "work_rules": Topic(
        words=(
            r"(?:日常|运行|内部)(?:工作)?(?:管理)?(?:制度|规定|办法|规范)|工作(?:规章)?制度|(?<![项守行])规章制度|工作规章|工作规则|工作守则|工作纪律|【(?:行为规范|工作守则|日常)[^】]{0,4}】|工作室安全操作[^。，；]{0,6}规定"
        ),
        heading=rf"{OF_STUDIO}(?:成员|人员|日常|内部|运行|安全)?(?:工作|行为|劳动)?(?:规章|守则|纪律|规则|规范|须知)(?:与|和|及|、|管理|要求)*",
        mention=r"例会|纪律|守则|安全操作|操作规程",
    ),
}

MANAGEMENT_RULES = DocumentForm(
    type="management_rules",
    title="管理制度",
    cues=(
        Cue(
            r"管理制度|工作制度|规章制度|管理办法|管理规定|制度汇编|工作职责|工作规则"
            r"|(?:领办人|领衔人|带头人|负责人|大师)(?:的?岗位|的?工作)?的?职责|工作室.{0,12}(?:手册|规定|规范|细则|守则)|(?:经费|资金|档案)(?:使用)?(?:管理|规定)",
            4,
            title=True,
        ),
        Cue(r"岗位职责|经费(?:管理|使用)|档案管理|工作规章|规章制度", 2),
        Cue(r"第[一二三四五六七八九十]+[条章]", 1),
        Cue(r"^[（(]?[一二三四五六七八九十\d]+[）).、．，].{0,12}(?:工作室|领办人|领衔人|经费|档案|资料|带徒)", 1.5),
        Cue(r"专款专用|归档|立卷|例会|传帮带|带徒传技", 1),
        Cue(r"技能大师工作室", 1.5),
        Cue(r"劳动合同书?|承诺书|荣誉证书|专利证书|营业执照|账户信息", -5, title=True),
        Cue(r"甲方|乙方", -2),
    ),
    fields=(
        FieldForm(
            "company_name",
            "company",
            labels=("单位名称", "单位（盖章）", "单位（公章）", "制定单位", "编制单位", "发布单位", "申报单位"),
            finders=(
                whole_values("company", weight=0.6, like=COMPANY),
                companies_in_prose(weight=0.55),
                from_title(
                    r"^(?!为|根据|结合|关于|\d|[（(]|.*[，。；])(?P<value>.{4,36}?(?:公司|协会|学会|中心|研究院|研究所|学校|厂))(?:.{0,12})(?:制度|工作室|办法|职责)",
                    "company",
                ),
                seal_name("company", weight=0.5),
            ),
        ),
        FieldForm("sections", "sections", finders=(topics(SECTIONS),)),
    ),
    other_labels=("日期", "发布日期", "文件编号"),
)
