// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/pages/sign_in_page.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/forms/birth_edit.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/forms/look_boxes.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/elided_label.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/password_strength.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int cardWidth = 420;

} // namespace

SignInPage::SignInPage(Context &context, QWidget *parent) : Translated(parent), m_context(context)
{
    auto *inner = new QWidget;
    auto *row = new QHBoxLayout(inner);
    row->addStretch(1);
    auto *middle = new QWidget(inner);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch();
    column->addWidget(makeForm());
    column->addWidget(makeFoot());
    column->addStretch();
    const auto widen = [this, middle] { middle->setMaximumWidth(m_context.theme.px(cardWidth)); };
    widen();
    connect(&context.theme, &Theme::changed, this, widen);
    row->addWidget(middle, cardWidth);
    row->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new PlainScroll(inner, this));

    m_name->setText(context.settings.name());
    m_server->setText((context.server.isEmpty() ? context.settings.server() : context.server).toString());
    m_stay->setChecked(context.settings.staySignedIn());
    connect(&context.session, &client::Session::stateChanged, this, &SignInPage::refreshProblem);
    setTask(context.settings.name().isEmpty() ? Task::SignUp : Task::SignIn);
    retranslate();
}

QWidget *SignInPage::makeHead(QWidget *card)
{
    auto *head = new QWidget(card);
    auto *mark = new QLabel(head);
    mark->setPixmap(applicationIcon().pixmap(m_context.theme.px(52), m_context.theme.px(52)));
    auto *name = makeLabel(head, Tone::Display);
    name->setWordWrap(false);
    name->setText(u"Jjak"_s);
    m_motto = makeLabel(head, Tone::Muted);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_context.theme.px(14));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(m_motto);
    layout->addWidget(mark);
    layout->addLayout(words, 1);
    return head;
}

QWidget *SignInPage::makeTasks(QWidget *card)
{
    auto *box = new QWidget(card);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_tasks = new QButtonGroup(this);
    for (const Task task : {Task::SignUp, Task::SignIn}) {
        auto *button = makeButton(box);
        button->setCheckable(true);
        m_tasks->addButton(button, int(task));
        layout->addWidget(button, 1);
    }
    connect(m_tasks, &QButtonGroup::idClicked, this, [this](int id) { setTask(Task(id)); });
    return box;
}

//! The address is folded away: most people never change it.
QWidget *SignInPage::makeServer(QWidget *card)
{
    m_serverLine = new QWidget(card);
    m_serverName = new ElidedLabel(m_serverLine);
    m_changeServer = makeButton(m_serverLine, Kind::Link);
    auto *layout = new QHBoxLayout(m_serverLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_serverName, 1);
    layout->addWidget(m_changeServer);
    connect(m_changeServer, &QPushButton::clicked, this, [this] {
        unfoldServer();
        m_server->setFocus();
        m_server->selectAll();
    });
    return m_serverLine;
}

void SignInPage::unfoldServer()
{
    m_serverLine->hide();
    m_serverField->show();
}

QWidget *SignInPage::makeStay(QWidget *card)
{
    auto *box = new QWidget(card);
    m_stay = new QCheckBox(box);
    m_where = makeLabel(box, Tone::Muted);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_context.theme.px(2));
    layout->addWidget(m_stay);
    layout->addWidget(m_where);
    connect(m_stay, &QCheckBox::toggled, this, &SignInPage::refresh);
    connect(&m_context.secrets, &LateSecretStore::arrived, this, &SignInPage::refresh);
    return box;
}

QWidget *SignInPage::makeForm()
{
    auto *card = new Card(m_context.theme, this);
    m_notice = makeLabel(card, Tone::Strong);
    m_name = new QLineEdit(card);
    m_name->setMaxLength(limits::nameMax * 2);
    m_password = new QLineEdit(card);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(limits::passwordMax);
    m_reveal = m_password->addAction(themedIcon(m_context.theme, u"eye"_s, IconTone::Muted), QLineEdit::TrailingPosition);
    m_reveal->setCheckable(true);
    m_strength = new PasswordStrength(m_context.theme, card);
    m_birth = new BirthEdit(card);
    m_server = new QLineEdit(card);
    m_nameField = new FormField(m_context.theme, m_name, nullptr, card);
    m_passwordField = new FormField(m_context.theme, m_password, m_strength, card);
    m_birthField = new FormField(m_context.theme, m_birth, nullptr, card);
    m_serverField = new FormField(m_context.theme, m_server, nullptr, card);
    m_error = makeLabel(card, Tone::Danger);
    m_submit = makeButton(card, Kind::Primary);

    auto *layout = new QVBoxLayout(card);
    const int edge = m_context.theme.px(24);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(m_context.theme.px(12));
    for (QWidget *widget : {makeHead(card), static_cast<QWidget *>(m_notice), makeTasks(card), static_cast<QWidget *>(m_nameField), static_cast<QWidget *>(m_passwordField),
                            static_cast<QWidget *>(m_birthField), makeServer(card), static_cast<QWidget *>(m_serverField), makeStay(card),
                            static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_submit)})
        layout->addWidget(widget);
    m_notice->hide();
    m_serverField->hide();

    for (QLineEdit *edit : {m_name, m_password, m_server}) {
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
        connect(edit, &QLineEdit::textEdited, this, &SignInPage::clearErrors);
    }
    connect(m_birth, &BirthEdit::edited, this, &SignInPage::clearErrors);
    connect(m_password, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_strength->setPassword(text, {m_name->text()});
        refresh();
    });
    connect(m_reveal, &QAction::toggled, this, [this](bool shown) {
        m_password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_reveal->setIcon(themedIcon(m_context.theme, shown ? u"eye-off"_s : u"eye"_s, IconTone::Muted));
    });
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    return card;
}

QWidget *SignInPage::makeFoot()
{
    auto *foot = new QWidget(this);
    m_language = new LanguageBox(m_context, foot);
    m_theme = new ThemeBox(m_context, foot);
    m_languageLabel = makeLabel(foot, Tone::Muted);
    m_themeLabel = makeLabel(foot, Tone::Muted);
    for (QLabel *label : {m_languageLabel, m_themeLabel})
        label->setWordWrap(false);
    m_languageLabel->setBuddy(m_language);
    m_themeLabel->setBuddy(m_theme);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, m_context.theme.px(8), 0, 0);
    layout->addWidget(m_languageLabel);
    layout->addWidget(m_language, 1);
    layout->addSpacing(m_context.theme.px(12));
    layout->addWidget(m_themeLabel);
    layout->addWidget(m_theme, 1);
    return foot;
}

void SignInPage::retranslate()
{
    m_motto->setText(tr("Meet somebody nearby, one to one."));
    m_tasks->button(int(Task::SignUp))->setText(tr("New here"));
    m_tasks->button(int(Task::SignIn))->setText(tr("I have an account"));
    m_reveal->setText(tr("Show the password"));
    m_reveal->setToolTip(m_reveal->text());
    m_birthField->setTexts(tr("Date of birth"), tr("Only the fact that you are old enough is kept."));
    m_serverField->setTexts(tr("Server"), tr("Who runs the server can read what is written on it."));
    m_changeServer->setText(tr("Change"));
    m_changeServer->setAccessibleName(tr("Change the server"));
    m_stay->setText(tr("Stay signed in"));
    m_languageLabel->setText(tr("Language"));
    m_themeLabel->setText(tr("Look"));
    refreshProblem();
}

void SignInPage::setTask(Task task)
{
    m_task = task;
    m_tasks->button(int(task))->setChecked(true);
    clearErrors();
    refresh();
}

void SignInPage::refresh()
{
    const bool signUp = m_task == Task::SignUp;
    m_nameField->setTexts(tr("Name"), signUp ? tr("You sign in with it, and people you meet will see it.") : QString());
    m_passwordField->setTexts(tr("Password"));
    m_password->setPlaceholderText(signUp ? tr("At least %n character(s)", nullptr, limits::passwordMin) : QString());
    const auto server = client::Settings::serverFrom(m_server->text());
    m_serverName->setText(tr("Server: %1").arg(server ? server->authority() : m_server->text()));
    m_strength->setVisible(signUp && !m_password->text().isEmpty());
    m_birthField->setVisible(signUp);
    m_where->setText(m_stay->isChecked() ? client::sentence(m_context.secrets.where()) : tr("You will be asked again the next time you start Jjak."));
    m_error->setVisible(!m_error->text().isEmpty());
    m_submit->setEnabled(!m_busy);
    m_submit->setText(m_busy ? tr("One moment …") : signUp ? tr("Create the account") : tr("Sign in"));
}

void SignInPage::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SignInPage::focusFirst()
{
    QLineEdit *first = m_name->text().isEmpty() ? m_name : m_password;
    first->setFocus();
}

void SignInPage::clearErrors()
{
    for (FormField *field : {m_nameField, m_passwordField, m_birthField, m_serverField})
        field->setError({});
    m_error->clear();
    m_error->hide();
}

std::optional<QUrl> SignInPage::checkServer()
{
    const auto server = client::Settings::serverFrom(m_server->text());
    if (!server) {
        unfoldServer();
        m_serverField->setError(tr("This is no address of a server. For example: jjak.example.org"));
    }
    return server;
}

//! Says what is obviously missing without asking the server, and takes the focus to the first of it.
bool SignInPage::check()
{
    clearErrors();
    const bool signUp = m_task == Task::SignUp;
    const QString name = m_name->text().trimmed();
    if (name.size() < limits::nameMin)
        m_nameField->setError(tr("Please enter a name of at least %n character(s).", nullptr, limits::nameMin));
    if (signUp && m_password->text().size() < limits::passwordMin)
        m_passwordField->setError(tr("Please use at least %n character(s).", nullptr, limits::passwordMin));
    if (m_password->text().isEmpty())
        m_passwordField->setError(tr("Please enter the password."));
    if (signUp && !m_birth->day())
        m_birthField->setError(m_birth->isComplete() ? tr("This day does not exist.") : tr("Please choose year, month and day."));
    checkServer();
    for (FormField *field : {m_nameField, m_passwordField, m_birthField, m_serverField}) {
        if (field->hasError()) {
            field->setFocus();
            return false;
        }
    }
    return true;
}

void SignInPage::submit()
{
    if (m_busy || !check())
        return;
    client::Settings &settings = m_context.settings;
    client::Session &session = m_context.session;
    const QUrl server = *checkServer();
    settings.setServer(server);
    settings.setStaySignedIn(m_stay->isChecked());
    if (session.server() != server || session.connectionState() == client::ConnectionState::Offline)
        session.connectTo(server);
    else
        session.tryNow();
    setBusy(true);
    const QString name = m_name->text().trimmed();
    const auto done = [this](const Result<> &result) { answered(result); };
    if (m_task == Task::SignUp)
        session.signUp(name, m_password->text(), *m_birth->day(), settings.deviceLabel(), m_stay->isChecked(), done);
    else
        session.signIn(name, m_password->text(), settings.deviceLabel(), m_stay->isChecked(), done);
}

void SignInPage::answered(const Result<> &result)
{
    setBusy(false);
    if (!result) {
        showError(result.error());
        return;
    }
    m_context.settings.setName(m_name->text().trimmed());
    m_password->clear();
    setNotice({});
}

void SignInPage::showError(const Error &error)
{
    const QString text = client::sentence(error);
    FormField *field = nullptr;
    switch (error.code) {
    case ErrorCode::AccountNameTaken:
    case ErrorCode::AccountNameInvalid: field = m_nameField; break;
    case ErrorCode::AccountPasswordWeak:
    case ErrorCode::AuthDenied: field = m_passwordField; break;
    case ErrorCode::AccountTooYoung: field = m_birthField; break;
    case ErrorCode::ProtocolBadField:
        field = error.field.endsWith("name"_L1) ? m_nameField : error.field.endsWith("password"_L1) ? m_passwordField : error.field.endsWith("birth"_L1) ? m_birthField : nullptr;
        break;
    default: break;
    }
    if (field) {
        field->setError(text);
        field->setFocus();
        return;
    }
    m_error->setText(text);
    refreshProblem();
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

//! While the server cannot be reached, that stands next to its address, before anybody has pressed anything.
void SignInPage::refreshProblem()
{
    const QUrl server = m_context.session.server();
    if (!m_server->isModified() && !server.isEmpty()) // it may be another one than the settings have
        m_server->setText(server.toString());
    refresh();
    const bool failing = m_context.session.connectionState() == client::ConnectionState::Waiting;
    m_serverField->setError(failing ? client::sentence(m_context.session.problem()) : QString());
    if (failing)
        unfoldServer();
}

} // namespace jjak::desktop
