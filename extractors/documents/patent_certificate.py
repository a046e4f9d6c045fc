"""专利证书 of the three kinds, old and new layout (domain §5)."""

from extractors.declaration import Cue, DocumentForm, FieldForm
from extractors.finders.prose import by_words
from extractors.kinds.date import DAY_IN_FIGURES

PATENT_CERTIFICATE = DocumentForm(
    type="patent_certificate",
    title="专利证书",
    cues=(
        Cue(r"(?:发明|实用新型|外观设计)?专利证书", 6, title=True),
        Cue(r"专利权人", 2.5),
        Cue(r"专利号", 2.5),
        Cue(r"授权公告", 2),
        Cue(r"发明人|设计人", 1.5),
        Cue(r"国家知识产权局|专利权自授权公告之日起生效", 2),
        Cue(r"受理通知书|申请公布|缴费通知", -6, title=True),
        Cue(r"劳动合同|承诺书|营业执照|管理制度|荣誉证书", -4, title=True),
    ),
    fields=(
        FieldForm(
            "patent_title",
            "title",
            labels=("发明名称", "实用新型名称", "外观设计名称", "使用外观设计的产品名称", "专利名称", "发明创造名称", "名称"),
            wraps=True,
        ),
        FieldForm(
            "patent_type",
            "patent_type",
            labels=("专利类型", "专利类别"),
            finders=(
                by_words(
                    {
                        name: rf"{words}证书"
                        for name, words in {
                            "invention": "发明专利",
                            "utility_model": "实用新型专利",
                            "design": "外观设计专利",
                        }.items()
                    },
                    weight=0.9,
                ),
                by_words(
                    {"invention": "发明名称", "utility_model": "实用新型名称", "design": "外观设计名称|使用外观设计的产品"},
                    weight=0.8,
                ),
            ),
        ),
        FieldForm("inventors", "person_list", labels=("发明人", "设计人", "发明（设计）人", "发明人/设计人"), wraps=True),
        FieldForm("patent_number", "patent_number", labels=("专利号", "Patent No."), anywhere=True),
        FieldForm("applied_on", "whole_date", labels=("专利申请日", "申请日", "申请日期", "专利申请日期")),
        FieldForm("patentee", "owner", labels=("专利权人", "专利权人名称", "专利权人（姓名或名称）"), wraps=True),
        FieldForm(
            "granted_on",
            "whole_date",
            labels=("授权公告日", "授权公告日期", "授权日期", "公告日"),
            patterns=(rf"(?<!同族专利)(?<!优先权)(?<!其)于(?P<value>{DAY_IN_FIGURES})(?:公告授权|授权公告)",),
        ),
    ),
    other_labels=(
        "授权公告号",
        "证书号",
        "证书号第",
        "地址",
        "局长",
        "申请日时申请人",
        "申请日时发明人",
        "申请日时本专利记载的申请人、发明人信息如下",
        "申请人",
        "国家知识产权局",
        "第1页",
        "专利权维持状况",
        "授权时专利权人",
        "著录事项变更",
        "国际申请进入国家阶段日",
    ),
)
