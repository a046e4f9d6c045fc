"""工作室管理制度及工作职责文件: several pages of rules that must cover four topics (guide 五（一）7)."""

from extractors.declaration import Cue, DocumentForm, FieldForm
from extractors.finders import COMPANY, companies_in_prose, from_title, seal_name, topics, whole_values

SECTIONS = {
    "leader_duties": r"(?:领办人|领衔人|带头人|负责人|技能大师|大师)[）)]?(?:的)?(?:岗位|工作)?(?:职责|责任)",
    "funds": r"(?:经费|资金|财务)[^。，；、：]{0,10}?(?:制度|办法|规定|规范|细则)",
    "archives": r"(?:档案|资料|文档)[^。，；、：]{0,8}?(?:制度|办法|规定|规范|细则)",
    "work_rules": (
        r"(?:日常|运行|内部)(?:工作)?(?:管理)?(?:制度|规定|办法|规范)|工作(?:规章)?制度|规章制度|工作规章|工作规则|工作守则|工作纪律"
    ),
}

MANAGEMENT_RULES = DocumentForm(
    type="management_rules",
    title="管理制度",
    cues=(
        Cue(r"管理制度|工作制度|规章制度|管理办法|制度汇编|工作职责", 4, title=True),
        Cue(r"岗位职责|经费(?:管理|使用)|档案管理|工作规章|规章制度", 2),
        Cue(r"第[一二三四五六七八九十]+[条章]", 1),
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
                    r"^(?!为|根据|结合|关于)(?P<value>.{4,36}?(?:公司|协会|学会|中心|研究院|研究所|学校|厂))(?:.{0,12})(?:制度|工作室|办法|职责)",
                    "company",
                ),
                seal_name("company", weight=0.5),
            ),
        ),
        FieldForm("sections", "sections", finders=(topics(SECTIONS),)),
    ),
    other_labels=("日期", "发布日期", "文件编号"),
)
