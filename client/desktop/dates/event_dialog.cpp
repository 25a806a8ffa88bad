// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/event_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSpinBox>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/forms/zone_moment.h"
#include "client/desktop/languages.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int titleLength = 80;
constexpr int usualHours = 2;
constexpr int fieldsWidth = 400; // at 100 %

//! The next full hour but one: time enough for people to hear of it.
QDateTime soon()
{
    QDateTime at = QDateTime::currentDateTime().addSecs(2 * 3600);
    at.setTime(QTime(at.time().hour(), 0));
    return at;
}

void setHint(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

EventDialog::EventDialog(Context &context, QWidget *parent)
    : FormDialog(context.theme, tr("Plan an event"), tr("Announce it"), parent), m_context(context), m_title(new QLineEdit), m_from(new QDateTimeEdit), m_until(new QDateTimeEdit),
      m_zone(new QComboBox), m_seats(new QSpinBox), m_titleField(new FormField(context.theme, m_title)), m_fromField(new FormField(context.theme, m_from)),
      m_untilField(new FormField(context.theme, m_until)), m_zoneField(new FormField(context.theme, m_zone)), m_seatsField(new FormField(context.theme, m_seats))
{
    fillFields();
    m_titleField->setTexts(tr("Title"), tr("What everybody will read, for instance: Saturday evening"));
    m_fromField->setTexts(tr("From"));
    m_untilField->setTexts(tr("Until"), tr("Until then people are seated. Dates that have begun go on to their end."));
    m_zoneField->setTexts(tr("Time zone"), tr("Everybody sees the time in their own."));
    m_seatsField->setTexts(tr("Seats of one date"));
    setFields({m_titleField, m_fromField, m_untilField, m_zoneField, m_seatsField, makeLanguages(), makeScript()}, fieldsWidth);
    m_title->setFocus();
}

void EventDialog::fillFields()
{
    m_title->setMaxLength(2 * titleLength);
    for (QDateTimeEdit *edit : {m_from, m_until}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(tr("ddd d MMM yyyy  HH:mm", "a moment as Qt's format has it"));
    }
    setWindow(soon(), soon().addSecs(usualHours * 3600));
    fillZones(m_zone);
    m_seats->setRange(limits::seatsMin, limits::seatsMax);
    m_seats->setValue(limits::seats);
}

QWidget *EventDialog::makeLanguages()
{
    auto *box = new QWidget;
    auto *label = makeLabel(box);
    label->setText(tr("Languages"));
    auto *row = new QHBoxLayout;
    for (const QString &code : Languages::available()) {
        auto *check = new QCheckBox(Languages::nameOf(code), box);
        check->setChecked(true);
        m_languages.insert(code, check);
        row->addWidget(check);
    }
    row->addStretch();
    m_languageError = makeLabel(box, Tone::Danger);
    m_languageError->hide();
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(m_languageError);
    return box;
}

QWidget *EventDialog::makeScript()
{
    auto *box = new QWidget;
    auto *label = makeLabel(box);
    label->setText(tr("What the host plays"));
    m_scriptName = makeLabel(box, Tone::Muted);
    m_scriptError = makeLabel(box, Tone::Danger);
    m_scriptError->hide();
    auto *choose = makeButton(box);
    choose->setText(tr("Choose a script file …"));
    m_ownScript = makeButton(box, Kind::Quiet);
    m_ownScript->setText(tr("The usual one"));
    auto *row = new QHBoxLayout;
    row->addWidget(choose);
    row->addWidget(m_ownScript);
    row->addStretch();
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : {static_cast<QWidget *>(label), static_cast<QWidget *>(m_scriptName)})
        layout->addWidget(widget);
    layout->addLayout(row);
    layout->addWidget(m_scriptError);
    connect(choose, &QPushButton::clicked, this, &EventDialog::chooseFile);
    connect(m_ownScript, &QPushButton::clicked, this, [this] { setScriptFile({}); });
    setScriptFile({});
    return box;
}

void EventDialog::setWindow(const QDateTime &from, const QDateTime &until)
{
    m_from->setDateTime(from);
    m_until->setDateTime(until);
}

void EventDialog::setScriptFile(const QString &path)
{
    m_file = path;
    m_scriptName->setText(path.isEmpty() ? tr("The server's own script") : QFileInfo(path).fileName());
    m_ownScript->setVisible(!path.isEmpty());
    setHint(m_scriptError, {});
}

void EventDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a script file"), {}, tr("Scripts (*.toml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EventDialog::setScriptFile);
    dialog->open();
}

QStringList EventDialog::languages() const
{
    QStringList chosen;
    for (const auto &[code, check] : m_languages.asKeyValueRange())
        if (check->isChecked())
            chosen.append(code);
    return chosen;
}

std::optional<Time> EventDialog::moment(const QDateTimeEdit *edit) const
{
    return momentIn(m_zone->currentText(), edit->dateTime());
}

bool EventDialog::checkWindow(std::optional<Time> from, std::optional<Time> until)
{
    m_zoneField->setError(from ? QString() : tr("There is no such time zone."));
    m_fromField->setError({});
    m_untilField->setError({});
    if (!from || !until)
        return false;
    if (*until <= *from)
        m_untilField->setError(tr("This is not after the beginning."));
    else if (*until - *from > limits::eventLongest)
        m_untilField->setError(tr("An event lasts 24 hours at most."));
    else if (*until <= m_context.session.serverNow())
        m_untilField->setError(tr("This is in the past."));
    return !m_untilField->hasError();
}

std::optional<QString> EventDialog::readScript(bool &fine)
{
    setHint(m_scriptError, {});
    if (m_file.isEmpty())
        return std::nullopt;
    QFile file(m_file);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(4 * limits::scriptCodePoints + 1) : QByteArray();
    const QString text = QString::fromUtf8(bytes);
    if (text.trimmed().isEmpty())
        setHint(m_scriptError, tr("This file cannot be read."));
    else if (text.toUcs4().size() > limits::scriptCodePoints)
        setHint(m_scriptError, tr("This file is too long for a script."));
    fine = m_scriptError->text().isEmpty();
    return text;
}

std::optional<protocol::cmd::OpenEvent> EventDialog::read()
{
    const QString title = m_title->text().trimmed();
    m_titleField->setError(title.isEmpty() ? tr("An event needs a title.") : title.toUcs4().size() > titleLength ? tr("This title is too long.") : QString());
    const auto from = moment(m_from), until = moment(m_until);
    const bool window = checkWindow(from, until);
    setHint(m_languageError, languages().isEmpty() ? tr("Choose at least one language.") : QString());
    bool script = true;
    const auto text = readScript(script);
    if (m_titleField->hasError() || !window || languages().isEmpty() || !script)
        return std::nullopt;
    return protocol::cmd::OpenEvent{.cid = {}, .heading = title, .from = *from, .until = *until,
                                    .zone = m_zone->currentText().trimmed(), .seats = m_seats->value(), .languages = languages(), .script = text};
}

void EventDialog::send()
{
    const auto event = read();
    setFormError({});
    if (!event)
        return;
    okButton()->setEnabled(false);
    const QPointer<EventDialog> self(this);
    m_context.session.openEvent(*event, [self](const Result<protocol::EventInfo> &result) {
        if (!self)
            return;
        if (result) {
            Q_EMIT self->opened(result->heading);
            self->accept();
            return;
        }
        self->setFormError(client::sentence(result.error()));
        self->okButton()->setEnabled(true);
    });
}

QString EventDialog::languageError() const
{
    return m_languageError->text();
}

QString EventDialog::windowError() const
{
    return m_untilField->editor()->accessibleDescription();
}

QString EventDialog::scriptError() const
{
    return m_scriptError->text();
}

} // namespace jjak::desktop
