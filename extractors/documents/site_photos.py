"""场所照片: pictures of the studio on a stamped sheet (guide 五（一）9)."""

from extractors.declaration import Cue, DocumentForm, FieldForm
from extractors.finders.companies import COMPANY, companies_in_prose, seal_name
from extractors.finders.lines import whole_values

CAPTION = (
    r"^[^，。；：:、]{0,16}(?:[外内全近远实]景|外观|一角|门[牌头口]|大门|正门|入口|前台|厂[区房]|车间|场所|场地|办公[室区]|工位|展厅|现场)"
    r"(?:[（(][^）)]{1,8}[）)])?(?:照片|图片|图)?[一二三四五六七八九\d]?$"
)
"""How the words below a picture end."""

SITE_PHOTOS = DocumentForm(
    type="site_photos",
    title="场所照片",
    cues=(
        Cue(r"场所照片|工作室照片|场地照片|现场照片|场所图片|工作场所|实景照片|照片", 5, title=True),
        Cue(r"^(?:照片|图)[一二三四五六七八九1-9]|照片", 3),
        Cue(CAPTION, 4),
        Cue(r"第[一二三四五六七八九十]+条|应当|不得|负责", -2),
        Cue(r"^[（(]?[一二三四五六七八九十]+[）)]?、.*[，。；]", -2),
        Cue(r"^(?!.*公司$).*(?:门牌|大门|门头|外景|全景|现场|车间|实训|操作区|攻关|培训区|展示|办公区|设备|工位|荣誉墙|场景)", 2),
        Cue(r"^(?:管理|规章)制度|(?:制度|职责|规定|办法)$", -3, title=True),
        Cue(r"技能大师工作室", 1),
        Cue(r"大师工作室$", 3, title=True),
        Cue(r"场所地址|场地地址|工作室地址|拍摄", 2),
        Cue(r"甲方|姓名|证书|账号|承诺", -2),
        Cue(r"序号|签到|部门", -2),
    ),
    fields=(
        FieldForm(
            "company_name",
            "company",
            labels=("单位名称", "申报单位", "企业名称", "单位（盖章）", "单位（公章）", "申报单位（盖章）", "单位", "公司名称"),
            finders=(
                whole_values("company", weight=0.6, like=COMPANY),
                companies_in_prose(weight=0.5),
                seal_name("company", weight=0.45),
            ),
        ),
    ),
    other_labels=("拍摄时间", "拍摄日期", "日期", "地址", "场所地址", "地点", "拍摄地点", "工作室名称", "面积"),
)
