"""The Chinese words for everything a report names by an English key: one table for each kind of key."""

from __future__ import annotations

from typing import NamedTuple

VERDICTS = {
    "clear": ("未发现问题", "自动核对的各项均一致，没有需要说明的地方。"),
    "needs_review": ("需要人工审核", "有与申报表不一致、不符合条件或无法判断之处，请逐项核实。"),
    "incomplete": ("材料不齐", "缺少必须提交的材料，请通知申报单位补正；其余材料已照常核对。"),
}

SEVERITIES = {"blocking": "必须处理", "attention": "需要留意", "info": "供参考"}

STATUSES = {"pass": "一致", "flag": "有问题", "cannot_tell": "无法判断", "not_applicable": "不适用"}

REASONS = {
    "unreadable": ("看不清", "图像或字迹不够清楚，请看原件或请申报单位重新扫描。"),
    "missing_material": ("没有相应材料", "补齐后再核对。"),
    "not_on_form": ("申报表未填", "请申报单位补填，或由人工判断。"),
}

SUBJECTS = {"leader": "领办人", "unit": "申报单位", "application": "本次申报"}

MATERIALS = {
    "business_license": "营业执照",
    "commitment_letter": "承诺书",
    "bank_account": "银行账户信息",
    "skill_certificate": "职业资格／技能等级证书",
    "award_certificate": "获奖证书",
    "management_rules": "管理制度及职责文件",
    "patent_certificate": "专利或创新发明",
    "site_photos": "场所照片",
    "labor_contract": "劳动合同",
    "unknown": "未能识别的材料",
}

FIELDS = {
    "company_name": "单位名称",
    "uscc": "统一社会信用代码",
    "company_type": "类型",
    "legal_representative": "法定代表人",
    "registered_capital": "注册资本",
    "established_on": "成立日期",
    "term_to": "营业期限至",
    "address": "住所",
    "business_scope": "经营范围",
    "registration_authority": "登记机关",
    "issued_on": "发证日期",
    "committed_on": "承诺日期",
    "account_name": "账户名称",
    "account_number": "账号",
    "bank_name": "开户银行",
    "bank_code": "联行号",
    "holder_name": "持证人",
    "gender": "性别",
    "birthdate": "出生日期",
    "id_number": "身份证号",
    "occupation": "职业",
    "work_type": "工种",
    "skill_level": "技能等级",
    "certificate_number": "证书编号",
    "issuer": "发证机构",
    "recipient_name": "获奖人",
    "honour": "荣誉名称",
    "awarded_on": "获奖日期",
    "sections": "已有部分",
    "patent_title": "专利名称",
    "patent_type": "专利类型",
    "inventors": "发明人",
    "patent_number": "专利号",
    "applied_on": "申请日",
    "patentee": "专利权人",
    "granted_on": "授权公告日",
    "employer_name": "用人单位",
    "employer_uscc": "用人单位信用代码",
    "employee_name": "劳动者",
    "contract_type": "合同类型",
    "starts_on": "合同开始",
    "ends_on": "合同终止",
    "position": "岗位",
    "signed_on": "签订日期",
}

VALUES = {
    "male": "男",
    "female": "女",
    "fixed_term": "固定期限",
    "open_ended": "无固定期限",
    "task": "以完成一定工作任务为期限",
    "invention": "发明专利",
    "utility_model": "实用新型专利",
    "design": "外观设计专利",
    "leader_duties": "领办人岗位职责",
    "funds": "经费管理使用制度",
    "archives": "档案管理制度",
    "work_rules": "工作规章制度",
    "enterprise": "企业",
    "institution": "事业单位",
    "association": "社会团体",
    "industry_body": "行业组织",
    "worker": "工人岗位",
    "management_or_technical": "管理或技术岗位",
    "catalogue_occupation": "列入职业分类大典",
    "non_catalogue_occupation": "未列入职业分类大典",
}

SHAPES = {"round": "圆形章", "oval": "椭圆形章", "square": "方形章", "rectangular": "长方形章"}

COLOURS = {"red": "红色", "blue": "蓝色", "black": "黑色", "grey": "灰色", "purple": "紫色"}

DEFECTS = {
    "blurry": "模糊",
    "dark": "过暗",
    "faint": "字迹过浅",
    "noisy": "噪点多",
    "glare": "反光",
    "low_resolution": "分辨率低",
    "cut_off": "边缘被裁",
    "blank": "空白页",
}

GROUPS = {
    "material": "材料",
    "identity": "身份",
    "unit": "单位",
    "certificate": "证书",
    "contract": "劳动合同",
    "leader": "领办人条件",
    "team": "团队",
    "bank": "银行账户",
    "award": "获奖",
    "patent": "专利",
    "application": "申报",
    "authenticity": "真伪",
}


class RuleWords(NamedTuple):
    """``title`` names the check; ``expected`` and ``found`` head the two values that it holds against each other.
    ``alike``: they should be the same, so that the characters that differ say something."""

    title: str
    expected: str = "申报表填写"
    found: str = "材料所载"
    alike: bool = True


def _demand(title: str) -> RuleWords:
    """A rule that holds what was found against what the guide asks, not against the form."""
    return RuleWords(title, "要求", "实际", alike=False)


RULES = {
    "material.missing": _demand("材料是否提交"),
    "material.wrong_type": RuleWords("材料与栏目是否相符", "上传栏目", "识别为", alike=False),
    "material.unreadable": _demand("材料能否看清"),
    "material.not_colour": _demand("是否彩色扫描"),
    "material.duplicate": _demand("材料是否重复"),
    "material.seal_missing": _demand("是否盖章"),
    "material.seal_mismatch": RuleWords("印章名称是否相符", "应为", "印章显示"),
    "material.seal_wrong_kind": RuleWords("印章种类是否为公章", "应为", "印章显示"),
    "material.signature_missing": _demand("是否签字"),
    "material.template_altered": _demand("承诺内容是否完整"),
    "material.sections_missing": _demand("制度内容是否齐全"),
    "material.unsupported_format": _demand("文件格式"),
    "material.duplicate_across_applications": _demand("是否与其他申报重复"),
    "identity.name_mismatch": RuleWords("姓名"),
    "identity.id_number_mismatch": RuleWords("身份证号"),
    "identity.id_number_invalid": _demand("身份证号是否有效"),
    "identity.birthdate_mismatch": RuleWords("出生日期"),
    "identity.gender_mismatch": RuleWords("性别"),
    "unit.name_mismatch": RuleWords("单位名称"),
    "unit.uscc_mismatch": RuleWords("统一社会信用代码"),
    "unit.uscc_invalid": _demand("统一社会信用代码是否有效"),
    "unit.legal_representative_mismatch": RuleWords("法定代表人"),
    "unit.address_mismatch": RuleWords("注册地址"),
    "unit.outside_area": _demand("是否在经开区范围内"),
    "unit.licence_expired": _demand("执照是否在有效期内"),
    "certificate.level_mismatch": RuleWords("技能等级"),
    "certificate.level_too_low": _demand("技能等级是否达到要求"),
    "certificate.number_mismatch": RuleWords("证书编号"),
    "certificate.number_invalid": _demand("证书编号是否符合规则"),
    "certificate.number_level_conflict": RuleWords("编号与等级是否对应", "证书所载等级", "编号所示等级", alike=False),
    "certificate.number_year_conflict": RuleWords("编号与发证年份是否对应", "证书所载年份", "编号所示年份", alike=False),
    "certificate.occupation_mismatch": RuleWords("职业（工种）"),
    "certificate.occupation_not_in_catalogue": _demand("职业是否列入大典"),
    "certificate.issued_on_implausible": _demand("发证日期是否合理"),
    "contract.employer_mismatch": RuleWords("合同用人单位"),
    "contract.expired": _demand("合同是否到期"),
    "contract.not_started": _demand("合同是否已生效"),
    "contract.term_mismatch": RuleWords("合同期限"),
    "contract.position_mismatch": RuleWords("工作岗位"),
    "contract.dispatched_worker": _demand("是否直接用工"),
    "leader.near_retirement": _demand("距法定退休年龄"),
    "leader.route_unsupported": _demand("申报路径是否成立"),
    "leader.frontline_too_short": _demand("一线岗位年限"),
    "team.too_small": _demand("团队人数"),
    "team.member_without_contract": _demand("成员劳动合同"),
    "team.duplicate_member": _demand("成员是否重复"),
    "team.leader_counted": _demand("领办人是否计入成员"),
    "bank.account_name_mismatch": RuleWords("账户名称"),
    "bank.account_number_mismatch": RuleWords("银行账号"),
    "bank.bank_name_mismatch": RuleWords("开户银行"),
    "award.recipient_mismatch": RuleWords("获奖人"),
    "award.honour_mismatch": RuleWords("荣誉名称"),
    "award.honour_not_listed": _demand("荣誉是否在列"),
    "patent.number_invalid": _demand("专利号是否有效"),
    "patent.number_mismatch": RuleWords("专利号"),
    "patent.owner_mismatch": RuleWords("专利权人／发明人"),
    "application.outside_window": _demand("是否在申报期内"),
    "authenticity.code_mismatch": RuleWords("二维码与所印内容是否一致", "二维码所载", "所印内容"),
    "authenticity.code_host": RuleWords("二维码是否指向官方网站", "官方网站", "二维码指向", alike=False),
}


def rule_words(rule: str) -> RuleWords:
    """The words of ``rule``; a rule added by a programme that has none yet is shown by its group."""
    return RULES.get(rule) or RuleWords(GROUPS.get(rule.partition(".")[0], rule))


def subject_words(subject: str) -> str:
    """``leader``, ``unit``, ``application`` and slots in Chinese; anything else is a member's name."""
    return SUBJECTS.get(subject) or MATERIALS.get(subject) or subject


def value_words(value: str | list[str] | tuple[str, ...] | None) -> str:
    """A value as a reviewer reads it: keys in Chinese, lists with 、, a missing one as a dash."""
    if not value:
        return "—"
    parts = [value] if isinstance(value, str) else value
    return "、".join(VALUES.get(part, part) for part in parts)
