"""承诺书: the unit's promises, signed by its legal representative and stamped (guide 五（一）3)."""

from extractors.declaration import Cue, DocumentForm, FieldForm
from extractors.finders.companies import COMPANY, companies_in_prose, seal_name
from extractors.finders.dates import last_free_date
from extractors.finders.lines import whole_values

COMMITMENT_LETTER = DocumentForm(
    type="commitment_letter",
    title="承诺书",
    cues=(
        Cue(r"承诺书|承诺函|承诺表|的承诺$|真实性的?(?:声明|保证书?)$", 6, title=True),
        Cue(r"郑重承诺|特此承诺|作出如下承诺|承诺如下|承诺以下", 3),
        Cue(r"真实[、，]?(?:合法|准确|有效|完整)", 1),
        Cue(r"法律责任|自愿接受|失信", 1),
        Cue(r"承诺人|承诺单位", 2),
        Cue(r"劳动合同书?|专利证书|管理制度", -3, title=True),
    ),
    fields=(
        FieldForm(
            "company_name",
            "company",
            labels=(
                "承诺单位（盖章）",
                "承诺单位（公章）",
                "申报单位（盖章）",
                "单位名称（盖章）",
                "单位（公章）",
                "单位（盖章）",
                "企业名称（盖章）",
                "承诺单位",
                "申报单位",
                "单位名称",
                "企业名称",
                "承诺人（盖章）",
                "承诺人",
                "单位",
            ),
            patterns=(
                r"(?:我单位|本单位|我公司|本公司|承诺人)[（(](?P<value>[^，。；]{4,45}?)[）)](?:[，,]|现|郑重|承诺|就|自愿)",
            ),
            wraps=True,
            finders=(
                whole_values("company", weight=0.5, like=COMPANY),
                companies_in_prose(weight=0.6),
                seal_name("company"),
            ),
        ),
        FieldForm(
            "committed_on",
            "whole_date",
            labels=("承诺日期", "签署日期", "签字日期", "日期", "时间"),
            finders=(last_free_date,),
        ),
    ),
    other_labels=(
        "法定代表人（签字）",
        "法定代表人（签字或盖章）",
        "法定代表人签字",
        "法定代表人",
        "统一社会信用代码",
        "联系电话",
        "联系人",
        "授权代表",
        "项目名称",
    ),
)
