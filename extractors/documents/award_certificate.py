"""获奖证书 and honour certificates, mostly in prose (domain §8)."""

from extractors.declaration import Cue, DocumentForm, FieldForm
from extractors.finders.companies import seal_name
from extractors.finders.dates import last_free_date
from extractors.finders.lines import below_line, beside_verb, tallest_line, whole_values
from extractors.finders.listing import honour_of_the_one_meant, number_of_the_one_meant, official_number, the_one_meant
from extractors.finders.prose import in_prose
from extractors.finders.signers import signed_above_date

HONOURS = (
    r"(?:奖章|奖|标兵|能手|工匠|状元|先锋|模范(?:集体|班组|单位)?|楷模|带头人|领军人才|劳模|先锋号|明星|人物|班组长|第[一二三1-3]名|[标样]杆(?:企业|单位)?|(?:先进|优秀|示范|诚信|龙头)企业"
    r"|先进(?:个人|工作者|集体|单位|班组)|示范(?:单位|岗|基地)|优秀[\u4e00-\u9fff]{2,6})"
)
"""How honours end: a line that does may be all that a plaque says."""
UNIT = r"(?:公司|集团|工厂|厂|研究院|学院|医院|研究所|中心|学校|大学|协会|学会|局|总站|车间|班组)"

WITH_DOT = r"[^，。、：:“”\dA-Za-z书证状誉号等·]{1,8}·[^，。、：:“”\dA-Za-z等·]{1,8}"
"""A name such as 扎西·多吉."""
PERSON = r"(?:同志|先生|女士)"
PLACE = (
    r"(?:全国|国家|中国|首都|(?:北京|天津|上海|重庆)市?|(?:河北|山西|辽宁|吉林|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川"
    r"|贵州|云南|陕西|甘肃|青海|黑龙江)省|内蒙古|广西|西藏|宁夏|新疆)"
)
"""How honours begin that stand right behind a name."""
NO_HONOUR = (
    r"^关于|^在|^为表彰|^鉴于|^您|[〔\[【]\d{4}[〕\]】]|\d号$"
    r"|的?(?:决定|通报|通知|公告|公示)$|^各.{0,8}(?:单位|部门|工会)[：:]?$|[，。；]"
)
"""Lines of decisions that are large or stand alone, and sentences."""
OF_THE_CERTIFICATE = (
    rf"证书|奖状|文件$|同志|授予|^(?!.*{HONOURS}$).{{2,4}}$|CERT|\d年|[二〇○零].*年.*月|(?:局|会|部|院|中心|公司)[：:]?$"
)
"""Large print that says what paper it is, whose, by whom and when."""
OF_A_CONTEST = r"(?:项目|赛项|职业|技能|大赛|竞赛|比赛|全国|全市|课题|成果)"
"""What follows quotation marks around what somebody took part in or made."""
HONOURED = r"(?:荣获|获颁|颁予|特?授予|获得|获评|被授予|被?评为|被评定为|被认定为|被?命名为|荣膺)[：:]?"
"""A line of its own between who was honoured and with what."""

BARE_NUMBER = r"(?!(?:19|20)\d{2}[01]\d[0-3]\d$|1[3-9]\d{9}$)(?:19|20)\d{5,12}"
"""A number that begins with its year and stands alone on its line: neither a day nor a telephone's."""
BARE_NAME = rf"(?!.*(?:{HONOURS}|称号)$)(?:[\u4e00-\u9fff]{{2,4}}|{WITH_DOT})"
"""A line of its own that may be a person's name."""

AWARD_CERTIFICATE = DocumentForm(
    type="award_certificate",
    title="获奖证书",
    cues=(
        Cue(r"荣誉证书|获奖证书|奖状|政府特殊津贴证书|表彰|传承人证书|证书", 3, title=True),
        Cue(r"荣誉证书|获奖证书|奖状|奖牌|特殊津贴证书|表彰决定", 4, title=True),
        Cue(
            r"^.{0,30}关于.{0,4}(?:表彰|表扬|命名|授予|认定|评选|公布.*(?:名单|结果|获奖|入选)).{0,40}的(?:决定|通报|通知|公告)$",
            4,
        ),
        Cue(r"关于.{0,4}(?:表彰|表扬|命名|授予|公布.*(?:名单|结果|获奖|入选))", 4, title=True),
        Cue(r"[”\"」』](?:荣誉称号|称号)?(?:名单)?的(?:决定|通报|通知|公告)$", 4, title=True),
        Cue(r"等\d+[名位](?:同志|职工|个人)?为", 2.5),
        Cue(r"[”\"」』](?:获得者|获奖者|获奖人员|人选)?名单$", 4, title=True),
        Cue(r"(?:获奖|表彰|入选)(?:人员|选手|个人|者)?名单$", 3, title=True),
        Cue(r"荣获|荣膺|授予|被评为|评为|被授予|认定为|命名为|获得|兹(?:认定|命名)", 2.5),
        Cue(r"特发此证|特颁此证|以资鼓励|特此表彰|荣誉称号|称号", 3),
        Cue(r"同志", 1),
        Cue(r"^[\u4e00-\u9fff·]{2,9}(?:同志|先生|女士)[：:]?$", 1),
        Cue(r"示范基地|先锋号|先进(?:单位|集体|个人|工作者)|标兵|优秀|[特一二三]等奖|[金银铜]奖", 2),
        Cue(r"技术能手|技能大奖|特殊津贴|传承人|工匠|劳动奖章|劳动模范|世界技能大赛", 2),
        Cue(rf"^[^，。；：:]{{0,20}}{HONOURS}(?:称号)?$", 2),
        Cue(r"^[^，。；：:]{2,20}(?:工会|工会委员会|组委会|组织委员会|人民政府|联合会|人力资源和社会保障[部厅局]|文明委)$", 1),
        Cue(r"合格证|结业证|毕业证|学位证|资格证书|上岗证|操作证|作业人员证|聘书|聘任证书|资格名称", -7, title=True),
        Cue(r"(?:申报|申请|推荐|审批|登记)表$", -7, title=True),
        Cue(r"职业技能等级证书|职业资格证书|专利证书|营业执照|劳动合同|管理制度|承诺书", -5, title=True),
    ),
    fields=(
        FieldForm(
            "recipient_name",
            "recipient",
            labels=(
                "获奖者",
                "获奖人",
                "获奖者姓名",
                "选手姓名",
                "参赛选手",
                "获奖人员",
                "获得者",
                "受表彰人",
                "姓名",
                "传承人姓名",
                "传承人",
                "持证人",
                "完成人",
                "主要完成人",
                "受奖人",
                "受表彰者",
                "获奖选手",
                "小组名称",
                "获奖集体",
                "获奖单位",
            ),
            patterns=(
                r"聘(?:任|请|用)(?P<value>[^，。、：:“”等]{2,4}?)(?:同志|先生|女士)",
                rf"授予(?:[^，。：:“”]{{0,30}}{UNIT})?(?P<value>[^，。、：:“”等\d]{{2,15}}?)(?:同志|先生|女士)",
                rf"(?:认定|命名)(?P<value>[^，。、：:“”等]{{2,4}}?){PERSON}?为",
                rf"{UNIT}(?P<value>[^，。：:“”]{{2,4}})(?:同志|先生|女士)",
                r"表彰(?P<value>[^，。、：:“”等的]{2,4}?)(?:同志|先生|女士)",
                rf"(?:^|[。：:书号誉状])(?P<value>{WITH_DOT}|[^，。：:“”书号誉状]{{2,4}}?)(?:同志|先生|女士)[：:，,]",
                rf"(?P<value>{WITH_DOT}|(?!司[^马徒空])[^，。、：:“”\dA-Za-z书证状等]{{2,4}}?)(?<!人)(?:同志|先生|女士)",
                rf"^(?P<value>{WITH_DOT}|[^，。、：:“”等\d]{{2,4}})(?:同志|先生|女士|选手)(?=[在于自从：:，,])",
                rf"^(?P<value>[\u4e00-\u9fff]{{2,4}})[（(][A-Za-z.]{{3,30}}[）)](?:{PERSON}|选手)?[：:]$",
                rf"(?:突出|优异|显著|优秀)的(?P<value>[^，。、：:“”的]{{2,4}}?)(?:{PERSON}|师傅|老师)",
                r"^(?P<value>(?!指导|参赛|获奖|带队|金牌|优秀|各位|首席|技术)[^，。、：:“”等]{2,12})(?:同志|先生|女士|老师|选手|师傅)[：:]?$",
                rf"^(?P<value>[^，。：:“”]{{2,40}}{UNIT})[：:]$",
                rf"^[^，。：:“”]{{4,40}}{UNIT}(?P<value>[^，。：:“”]{{2,4}})[：:]$",
                rf"(?:^|[。：:书号状证牌誉A-Za-z]|{UNIT})(?P<value>[^，。：:“”书号状证牌誉A-Za-z]{{2,4}})[：:](?:在|荣获|被|经|您|你|获|于)",
                r"授予[：:]?(?P<value>[\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff]{2,7}·[\u4e00-\u9fff]{2,7})(?:[在于]?[“\"「『【]|[（(](?=[^）)]{5,}[）)]))",
                rf"^授予[：:]?[^，。：:“”]{{4,40}}{UNIT}(?P<value>[^，。：:“”]{{2,4}})$",
                r"^授予(?:[A-Za-z ]{2,24})?[：:](?P<value>.{2,40})$",
                r"^兹?授予(?P<value>(?!称号|荣誉|等级)[^，。：:“”]{2,12})$",
                rf"授予(?P<value>[\u4e00-\u9fff]{{2,3}}?)(?={PLACE}[^，。]{{2,14}}称号)",
                r"(?:批准|审定|评审|评选|推荐|研究|考核|审核|公示)[，,](?P<value>[^，。：:“”]{2,4}?)(?:被授予|被评|被认定|被命名)",
                r"(?:^|[。：:书号])(?P<value>[^，。：:“”书号]{2,4}?)(?:荣获|被授予|被评|被认定|被命名|获得)",
            ),
            finders=(
                the_one_meant,
                beside_verb(HONOURED, "recipient", below=False, like=r"^(?!.*(?:证书?|奖状|奖牌|铜牌)$)"),
                beside_verb(HONOURED, "recipient", below=True, like=rf"{UNIT}[：:]?$|^{BARE_NAME}[：:]?$", weight=0.8),
                beside_verb(
                    r"(?:鉴于|为表彰|在|于).{6,}",
                    "recipient",
                    below=False,
                    like=rf"^(?!.*(?:证书?|奖状|奖牌|铜牌)$){BARE_NAME}[：:]?$",
                    weight=0.75,
                ),
                in_prose(r"授予(?P<value>[^，。、：:“”]{2,12}?)等\d*[余多]?[名位个]?(?:同志|人|职工)", "recipient", weight=0.4),
            ),
        ),
        FieldForm(
            "honour",
            "title",
            labels=(
                "荣誉称号",
                "获得奖项",
                "奖项等级",
                "奖项名称",
                "获奖等级",
                "获奖名次",
                "获奖名称",
                "获奖项目",
                "荣誉名称",
                "奖励名称",
                "奖励等级",
                "获奖等次",
                "获奖级别",
                "奖次",
                "称号",
                "所获荣誉",
                "表彰称号",
                "授予称号",
                "表彰名称",
                "获奖称号",
            ),
            patterns=(
                r"(?P<value>[“\"「『【][^”\"」』】“]{3,30}[”\"」』】])(?:的)?(?:荣誉)?(?:称号|奖章|奖)",
                rf"(?:荣获|授予|被评为|评为|评定为|认定为|命名为|获得|获(?!奖))[^。]{{0,20}}?(?P<value>[“\"「『【][^”\"」』】“]{{3,30}}(?<![赛杯])[”\"」』】])(?!中|上|里|{OF_A_CONTEST})",
                r"[赛杯][”\"」』】]的?(?P<value>(?:优秀|先进|技术|[特一二三]等|[金银铜])[^，。；“”]{1,12}?)(?:荣誉)?(?:称号|[，。；])",
                r"(?:认定|命名|评定|确定|评选)[^。]{0,30}?为[^，。；：“”]{0,10}(?P<value>[“\"「『【][^”\"」』】“]{3,30}[”\"」』】])",
                r"(?P<value>[“\"「『【][^”\"」』】“]{3,30}[”\"」』】])(?:等)?(?:人选|名单|获得者|获奖者|评选结果)",
                r"(?:授予|认定|命名|评定)(?:你|您|其|该同志)为?(?P<value>[^。，；“”【】]{3,30}?)(?:荣誉)?(?:称号|[。，；])",
                rf"授予[\u4e00-\u9fff]{{2,3}}?(?P<value>{PLACE}[^，。；“”]{{2,14}}?)(?:荣誉)?称号",
                r"(?:认定|命名)[^，。：:“”]{2,16}?为(?P<value>[^，。；“”]{2,20}[“\"][^”\"]{1,12}[”\"][^，。；“”]{0,10}(?:传承人|工匠|大师|带头人|能手|标兵|集体|单位|基地))",
                r"(?:认定|命名|评定|确定)[^，。：:“”]{2,30}?为(?P<value>[^。，；“”【】]{3,34}?)(?:荣誉)?(?:称号|[。，；])",
                r"[）)](?P<value>(?:(?!同志|荣获|获得|授予)[^，。；：:“”（）()【】]){3,30}?)(?:荣誉)?称号",
                r"(?:荣获|获得|获(?!奖[人者单]))(?P<value>[^。，；“”【】]{3,34}?)(?:荣誉)?称号",
                rf"授予[：:]?[^，。：:“”]{{2,30}}?(?<!该){PERSON}[：:]?(?P<value>(?:(?![该其]?同志|特[此发颁])[^。，；：“”【】]){{3,34}}?)(?:荣誉)?(?:称号|[。，；]|特发|特颁|以资)",
                rf"(?:被评为|评为|评定为|认定为|命名为|授予其?为?)(?P<value>(?![你您：:])(?:(?!{PERSON})[^。，；“”【】]){{3,34}}?)(?:荣誉)?(?:称号|[。，；]|特发|特颁|以资)",
                r"(?:荣获|获得)(?P<value>[^。，；“”【】]{3,34}?)(?:[。，；]|特发|特颁|以资)",
                rf"^(?!.*[“\"「『])[^，。；]{{0,20}}(?:荣获|被?评为|被授予)(?P<value>[^，。；：:“”]{{2,24}}?(?:{HONOURS}|者|号))(?:荣誉)?(?:称号)?$",
                r"(?P<value>(?:享受)?(?:国务院|北京市)?政府(?:技师)?特殊津[贴貼])(?!证|第)",
            ),
            wraps=True,
            finders=(
                honour_of_the_one_meant,
                beside_verb(
                    HONOURED,
                    "honour_line",
                    below=True,
                    like=rf"{HONOURS}(?:称号)?。$|^[^，。；]*$",
                    past=rf"(?:.*{UNIT}|{BARE_NAME})[：:]?",
                ),
                in_prose(
                    r"获得?[^，。；：:“”]{0,20}?(?P<value>[特一二三]等奖|特?[金银铜][牌奖]|第[一二三]名)", "title", weight=0.4
                ),
                below_line(rf"(?:兹?特?授予|授)[：:]?(?:.{{2,30}}{PERSON}|{BARE_NAME})[：:]?", "honour_line", but=NO_HONOUR),
                whole_values("honour_line", weight=0.55, like=rf"^(?:(?!同志|授予|荣获|评为)[^，。；：:]){{0,20}}{HONOURS}$"),
                tallest_line("honour_line", but=rf"{NO_HONOUR}|{OF_THE_CERTIFICATE}"),
            ),
        ),
        FieldForm(
            "issuer",
            "issuer",
            labels=(
                "颁发单位",
                "发证单位",
                "授予单位",
                "颁奖单位",
                "发证机关",
                "颁发机构",
                "授予机关",
                "评审机构",
                "表彰单位",
                "授予机构",
                "授奖单位",
                "表彰机关",
                "命名单位",
                "批准机关",
                "批准单位",
                "组织单位",
                "主办单位",
                "主办",
            ),
            wraps=True,
            finders=(
                signed_above_date,
                seal_name("issuer", weight=0.55),
                whole_values("authority", weight=0.35, last=True, like=r"[^司]$"),
                beside_verb(r"荣誉证书|获奖证书|奖状", "issuer", below=False, like=rf"{UNIT}$", weight=0.4),
            ),
        ),
        FieldForm(
            "awarded_on",
            "whole_date",
            labels=(
                "授予日期",
                "颁发日期",
                "获奖日期",
                "发证日期",
                "颁奖日期",
                "授予时间",
                "获奖时间",
                "颁证日期",
                "颁证日",
                "颁奖时间",
                "颁发时间",
                "批准日期",
                "批准时间",
                "日期",
            ),
            finders=(last_free_date,),
        ),
        FieldForm(
            "certificate_number",
            "reference_number",
            labels=("证书编号", "证书号", "编号", "荣誉证书编号", "证书号码", "证书编码", "证号", "Certificate No.", "NO.", "No"),
            patterns=(
                r"(?P<value>政府特殊津贴第[0-9A-Za-z\-]{3,20}号)",
                r"^(?:证书|证)?第(?P<value>[0-9A-Za-z\-]{4,16})号$",
                rf"^[（(]?(?P<value>{BARE_NUMBER})[）)]?$",
            ),
            finders=(number_of_the_one_meant, official_number),
        ),
    ),
    other_labels=(
        "指导老师",
        "指导教师",
        "工作单位",
        "单位",
        "性别",
        "项目",
        "职业（工种）",
        "身份证号",
        "身份证号码",
        "出生日期",
        "颁奖单位（盖章）",
        "项目名称",
        "级别",
        "批次",
        "所在单位",
        "竞赛名称",
        "赛项",
        "承办单位",
        "协办单位",
        "支持单位",
        "指导单位",
        "表彰文号",
        "成果名称",
        "奖励年度",
    ),
)
