"""Settings, all from the environment, with defaults that are safe on one machine.

A wrong setting stops the start and names itself (`childlabour.core.environment`, `childlabour.core.checks`).
README.md has the table of the variables.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF

from childlabour.core import environment

BASE_DIR = Path(__file__).resolve().parent.parent
environ.Env.read_env(BASE_DIR / ".env")

# Database, secret key, documents: everything a backup must hold. Nothing in it is ever served as a file.
STATE_DIR = environment.folder("STATE_DIR", default=BASE_DIR / "var")
STATE_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

# ── Where it runs ────────────────────────────────────────────────────────────────────────────────
THIS_MACHINE = ["127.0.0.1", "localhost", "[::1]"]
DEBUG = environment.switch("DEBUG", default=False)
SECRET_KEY = environment.secret_key("SECRET_KEY", file=STATE_DIR / "secret-key")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", default=THIS_MACHINE)
# A site that others can reach is served under https unless someone says otherwise.
HTTPS = environment.switch("HTTPS", default=not set(ALLOWED_HOSTS) <= set(THIS_MACHINE))
# Only a proxy that overwrites X-Forwarded-Proto and X-Real-IP may be believed.
BEHIND_PROXY = environment.switch("BEHIND_PROXY", default=HTTPS)

# ── What it is made of ───────────────────────────────────────────────────────────────────────────
INSTALLED_APPS = [
    "childlabour.office_admin.OfficeAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "axes",
    "simple_history",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "childlabour.core",
    "childlabour.units",
    "childlabour.jobs",
    "childlabour.notices",
    "childlabour.accounts",
    "django_tasks_db",  # below ours, whose db_worker stands in the place of its own
    "targets",
    "targets.measuring",
    "plans",
    "childlabour.samples",
    "childlabour.keeping",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "childlabour.core.manners.Manners",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "plans.web.published.Published",  # issued papers, like files: nobody is asked who he is
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "childlabour.accounts.threshold.Threshold",
    "simple_history.middleware.HistoryRequestMiddleware",
    "plans.web.door.Door",
    "axes.middleware.AxesMiddleware",  # last: it turns a lock-out raised by any of the above into a page
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        ("childlabour.core.lean_pages.LeanLoader", [BASE_DIR / "templates"]),
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

AUTH_USER_MODEL = "units.Officer"
ROOT_URLCONF = "childlabour.urls"
WSGI_APPLICATION = "childlabour.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── Data ─────────────────────────────────────────────────────────────────────────────────────────
DATABASES = {"default": environment.database("DATABASE_URL", default_file=STATE_DIR / "database.sqlite3")}
MEDIA_ROOT = STATE_DIR / "files"  # issued papers, scans: handed out by views that ask who may, never by URL
# Copies of issued papers, sent without asking the database; may be emptied at any time. Not in STATE_DIR: a backup
# would keep what was taken out of a paper.
SERVED_DIR = environment.folder("SERVED_DIR", default=STATE_DIR.with_name(f"{STATE_DIR.name}-served"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a long plan in the admin has many inline rows
FILE_UPLOAD_PERMISSIONS = 0o600

# ── Work done later ──────────────────────────────────────────────────────────────────────────────
# Where jobs wait for a worker: in the database, or in the Redis that this names.
JOBS_QUEUE = environment.redis("JOBS_QUEUE")
TASKS = {
    "default": {"BACKEND": "django_tasks_rq.RQBackend" if JOBS_QUEUE else "django_tasks_db.DatabaseBackend"}
}
# No limit of time in the queue: every kind of work has its own (childlabour.jobs.works).
RQ_QUEUES = {"default": {"URL": JOBS_QUEUE, "DEFAULT_TIMEOUT": -1}}

# ── Mail ─────────────────────────────────────────────────────────────────────────────────────────
# Without EMAIL_FROM nothing is sent; notices stand on the desk all the same.
EMAIL_FROM = environment.mail_address("EMAIL_FROM")
globals().update(environment.post_office("EMAIL_URL"))

# ── Signatures ───────────────────────────────────────────────────────────────────────────────────
# Where the verification code on a paper leads; phones open it, so it must be the address the public uses.
_OURS = f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if HTTPS else "http://127.0.0.1:8000"
SITE_ADDRESS = environment.address("SITE_ADDRESS", default=_OURS).rstrip("/")
# Certificates of the authorities whose signatures count as trusted; without any, trust stays "not checked".
SIGNATURE_TRUST_ROOTS = environment.folder("SIGNATURE_TRUST_ROOTS", default=STATE_DIR / "trust-roots")
TIMESTAMP_URL = environment.address("TIMESTAMP_URL")  # RFC 3161; empty: the time of signing is our clock's
PKCS11_MODULE = environment.text("PKCS11_MODULE")  # library of the token; empty: no signing by token here

# ── Personal data ────────────────────────────────────────────────────────────────────────────────
# Whom people ask about data of theirs: name, address, telephone; shown on the page "Dữ liệu cá nhân".
DATA_CONTACT = environment.text("DATA_CONTACT")

# Days that a file stays with the draft that was read from it ("Nguồn"), and then goes with what was read of it.
SOURCE_DAYS = environment.number("SOURCE_DAYS", default=365, least=1, most=3650)

# ── Static files ─────────────────────────────────────────────────────────────────────────────────
STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "childlabour.core.finders.FromPackages",
]
STATIC_HASHED = "childlabour.core.static.HashedStatic"
STATIC_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": STATIC_PLAIN if DEBUG else STATIC_HASHED,
        "OPTIONS": {"file_permissions_mode": 0o644},  # a web server in front may read these
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# ── Language and time ────────────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]  # and no LocaleMiddleware: an English browser gets Vietnamese pages
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "childlabour.formats"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# ── Who comes in ─────────────────────────────────────────────────────────────────────────────────
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/ban-lam-viec/"
LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# A name is locked only for the address that guesses: nobody can lock a colleague out from elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "childlabour.accounts.guessing.locked_out"
AXES_CLIENT_STR_CALLABLE = "childlabour.accounts.guessing.in_a_log"
AXES_DISABLE_ACCESS_LOG = True  # the list of log-ins is ours, and ages
AXES_CLIENT_IP_CALLABLE = "childlabour.core.proxy.client_address"
AXES_VERBOSE = False
# Wrong passwords of ten minutes after which an address waits, whatever names it tries: an office behind one
# address types a few wrong in the morning, a list of common passwords is thousands long.
LOGIN_FAILURES = environment.number("LOGIN_FAILURES", default=20, least=5, most=10_000)
AXES_ENABLE_ADMIN = False  # its pages are English; `manage.py axes_reset` opens a locked account

# A session that nobody uses ends: long enough to read a plan or take a call, shorter than a lunch break. What is
# typed too late is kept by the gate, and a draft saves itself, which counts as use.
IDLE_MINUTES = environment.number("IDLE_MINUTES", default=60, least=5, most=720)
# A keeper opens every account: where others can reach the site, a password alone is not enough.
SECOND_FACTOR_FOR_KEEPERS = environment.switch("SECOND_FACTOR_FOR_KEEPERS", default=HTTPS)
OTP_TOTP_ISSUER = "Kế hoạch trẻ em"  # shown by the telephone; short, or the QR code gets too fine

# ── Hardening ────────────────────────────────────────────────────────────────────────────────────
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day; shared office machines
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True  # the form carries the token, scripts need no cookie
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "childlabour.accounts.stale_forms.token_refused"
# Where to write about a weak spot: /.well-known/security.txt is there as soon as this is.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = environment.number("HSTS_SECONDS", default=30 * 24 * 60 * 60) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # for old browsers; others heed frame-ancestors below
SILENCED_SYSTEM_CHECKS = [
    "security.W021"  # HSTS preload lists whole domains (gov.vn): the domain's owner decides, not one site
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],  # Swagger's and the admin's small pictures
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],  # the desk shows the paper in a frame of its own
    }
}

# ── API ──────────────────────────────────────────────────────────────────────────────────────────
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "childlabour.core.api.refuse",
    "PAGE_SIZE": 50,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Kế hoạch phòng, chống lao động trẻ em",
    "DESCRIPTION": "Kế hoạch đã ban hành, chỉ tiêu và nhiệm vụ. Chỉ đọc; không có thông tin của từng trẻ em.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {
        "PlanKind": "plans.models.Kind",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# ── What it says ─────────────────────────────────────────────────────────────────────────────────
# Django's own default keeps silent on the console outside DEBUG; here an error always reaches the journal.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "pyhanko": {"level": "CRITICAL"},  # it warns of every forged file, with a traceback; the page says it
        "pyhanko_certvalidator": {"level": "CRITICAL"},
        "gunicorn.http.wsgi": {
            "level": "ERROR"
        },  # it warns at every HEAD; Django leaves the body to the server
    },
}
