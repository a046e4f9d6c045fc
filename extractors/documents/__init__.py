"""The ten document types, each declared in one file."""

from extractors.declaration import DocumentForm
from extractors.documents.award_certificate import AWARD_CERTIFICATE
from extractors.documents.bank_account import BANK_ACCOUNT
from extractors.documents.business_license import BUSINESS_LICENSE
from extractors.documents.commitment_letter import COMMITMENT_LETTER
from extractors.documents.labor_contract import LABOR_CONTRACT
from extractors.documents.management_rules import MANAGEMENT_RULES
from extractors.documents.patent_certificate import PATENT_CERTIFICATE
from extractors.documents.site_photos import SITE_PHOTOS
from extractors.documents.skill_certificate import SKILL_CERTIFICATE

FORMS: dict[str, DocumentForm] = {
    form.type: form
    for form in (
        BUSINESS_LICENSE,
        COMMITMENT_LETTER,
        BANK_ACCOUNT,
        SKILL_CERTIFICATE,
        AWARD_CERTIFICATE,
        MANAGEMENT_RULES,
        PATENT_CERTIFICATE,
        SITE_PHOTOS,
        LABOR_CONTRACT,
    )
}

__all__ = ["FORMS"]
