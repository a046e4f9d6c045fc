"""营业执照 and what other units hold instead: 事业单位法人证书, 社会团体法人登记证书, 民办非企业单位登记证书 (domain §6.1)."""

from extractors.declaration import Cue, DocumentForm, FieldForm
from extractors.finders.companies import seal_name
from extractors.finders.dates import last_free_date
from extractors.finders.lines import whole_values

AUTHORITY = r"市场监督管理|工商行政管理|行政审批|编制|事业单位登记|民政|社会事业局|社会团体管理|社会组织管理|登记管理"

BUSINESS_LICENSE = DocumentForm(
    type="business_license",
    title="营业执照",
    cues=(
        Cue(r"营业执照", 6, title=True),
        Cue(
            r"事业单位法人证书|社会团体法人登记证书|民办非企业单位登记证书|社会服务机构登记证书|基金会法人登记证书", 8, title=True
        ),
        Cue(r"(?:事业单位|社会团体|民办非企业单位|社会服务机构|基金会)(?:登记管理|法人)", 3),
        Cue(r"举办单位|业务主管单位|经费来源", 2),
        Cue(r"经营范围|宗旨和?业务范围", 2),
        Cue(r"登记机关|登记管理机关", 2),
        Cue(r"注册资本|开办资金|注册资金", 1.5),
        Cue(r"成立日期|注册日期", 1),
        Cue(r"国家企业信用信息公示系统|gsxt|市场监督管理总局监制", 2),
        Cue(r"营业执照", 1),
        Cue(r"开户许可证|核准号|专利证书|劳动合同", -4),
    ),
    fields=(
        FieldForm(
            "company_name",
            "company",
            labels=("名称", "企业名称", "单位名称", "机构名称", "字号名称", "市场主体名称", "名"),  # 称 is lost now and then
            wraps=True,
        ),
        FieldForm("uscc", "uscc", labels=("统一社会信用代码", "社会信用代码"), anywhere=True),
        FieldForm(
            "company_type", "text", labels=("类型", "公司类型", "企业类型", "主体类型", "组成形式", "经济性质"), wraps=True
        ),
        FieldForm(
            "legal_representative",
            "person_name",
            labels=(
                "法定代表人",
                "法定代表人姓名",
                "负责人",
                "执行事务合伙人",
                "经营者",
                "经营者姓名",
                "投资人",
                "投资人姓名",
                "法人代表",
                "法人姓名",
                "法人",
            ),
        ),
        FieldForm(
            "registered_capital",
            "capital",
            labels=(
                "注册资本",
                "注册资金",
                "开办资金",
                "出资额",
                "成员出资总额",
                "出资总额",
                "认缴出资额",
                "资金数额",
                "资金总额",
            ),
        ),
        FieldForm("established_on", "whole_date", labels=("成立日期", "注册日期", "成立时间", "登记日期")),
        FieldForm(
            "term_to",
            "term_end",
            labels=("营业期限", "经营期限", "合伙期限", "有效期限", "有效期", "证书有效期", "营业期限至", "经营期限至"),
            wraps=True,
        ),
        FieldForm(
            "address",
            "address",
            labels=(
                "住所",
                "营业场所",
                "经营场所",
                "主要经营场所",
                "企业住所",
                "注册地址",
                "企业地址",
                "公司地址",
                "单位地址",
                "法定住所",
                "地址",
            ),
            wraps=True,
        ),
        FieldForm(
            "business_scope",
            "scope",
            labels=("经营范围", "经营范围及方式", "经营范围和方式", "宗旨和业务范围", "业务范围"),
            wraps=True,
        ),
        FieldForm(
            "registration_authority",
            "authority",
            labels=("登记机关", "登记管理机关", "发证机关", "发照机关", "核准机关"),
            finders=(
                seal_name("authority", pattern=AUTHORITY),
                whole_values("authority", weight=0.5, last=True, like=rf"^(?!国家市场监督管理总局).*(?:{AUTHORITY})"),
            ),
        ),
        FieldForm("issued_on", "whole_date", labels=("发证日期", "核发日期", "核准日期", "颁发日期"), finders=(last_free_date,)),
    ),
    other_labels=(
        "业务主管单位",
        "举办单位",
        "实收资本",
        "经营方式",
        "股东（发起人）姓名或名称",
        "提示",
        "重要提示",
        "经费来源",
        "举办单位",
        "业务主管单位",
        "活动地域",
        "副本编号",
        "证照编号",
        "编号",
        "扫描二维码登录",
        "国家企业信用信息公示系统",
        "执照编号",
        "打印日期",
        "打印时间",
        "下载时间",
        "下载日期",
        "查询时间",
        "注册号",
    ),
)
