"""Mail by SMTP: one to several people reaches all of them or nobody.

Python goes on with whomever the server takes, and Django does not tell that it left somebody out.
"""

import smtplib
from typing import Any

from django.core.mail.backends import smtp

TAKEN = {250, 251}


class AllOrNobody(smtplib.SMTP):
    def rcpt(self, recip: str, options: Any = ()) -> tuple[int, bytes]:
        code, said = super().rcpt(recip, options)
        if code not in TAKEN:
            raise smtplib.SMTPRecipientsRefused({recip: (code, said)})
        return code, said


class AllOrNobodyOverTLS(AllOrNobody, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return AllOrNobodyOverTLS if self.use_ssl else AllOrNobody
