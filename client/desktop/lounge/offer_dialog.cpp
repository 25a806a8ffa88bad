// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/offer_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/dates/event_words.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/forms/zone_moment.h"
#include "client/desktop/lounge/topic_dialog.h"
#include "client/desktop/makers.h"
#include "client/desktop/safety/confirm_dialog.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int fieldsWidth = 400; // at 100 %

//! Those one speaks, as the profile says, and the one of the program; what else is offered in a profile comes behind.
QStringList languagesOf(Context &context)
{
    QStringList codes{context.languages.current()};
    const auto add = [&codes](const QStringList &more) {
        for (const QString &code : more)
            if (!codes.contains(code))
                codes.append(code);
    };
    if (const auto &profile = context.session.lounge().profile())
        add(profile->languages);
    add({u"ko"_s, u"en"_s, u"ja"_s, u"zh"_s, u"vi"_s, u"es"_s, u"fr"_s, u"de"_s});
    return codes;
}

//! As much of the post's title as a topic can hold.
QString topicFrom(const QString &title)
{
    const auto points = title.simplified().toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), std::min<qsizetype>(points.size(), limits::tableTopicCodePoints));
}

//! The full hour after the next one.
QDateTime soon()
{
    QDateTime at = QDateTime::currentDateTime().addSecs(2 * 3600);
    at.setTime(QTime(at.time().hour(), 0));
    return at;
}

} // namespace

OfferDialog::OfferDialog(Context &context, const protocol::Post &post, QWidget *parent)
    : FormDialog(context.theme, tr("Offer a table"), tr("Offer it"), parent), m_context(context), m_post(post.post), m_topic(new QLineEdit), m_language(new QComboBox),
      m_now(new QRadioButton(tr("Now"))), m_later(new QRadioButton(tr("Later"))), m_at(new QDateTimeEdit), m_zone(new QComboBox), m_seats(new QSpinBox),
      m_approval(new QCheckBox(tr("I decide who comes"))),
      m_topicField(new FormField(context.theme, m_topic)), m_languageField(new FormField(context.theme, m_language)), m_atField(new FormField(context.theme, m_at)),
      m_zoneField(new FormField(context.theme, m_zone)), m_seatsField(new FormField(context.theme, m_seats))
{
    auto *explain = makeLabel(this, Tone::Muted);
    explain->setText(tr("A table is a small chat that starts from your post. Its room opens at its time with those who have a seat, and ends a day after the last message."));
    fillFields(post);
    m_topicField->setTexts(tr("Topic"));
    m_languageField->setTexts(tr("Language"));
    m_atField->setTexts(tr("When"), tr("At most %n day(s) ahead.", nullptr, int(std::chrono::duration_cast<std::chrono::days>(limits::tableAhead).count())));
    m_zoneField->setTexts(tr("Time zone"), tr("Everybody sees the time in their own."));
    m_seatsField->setTexts(tr("Seats"), tr("Yours is one of them."));
    m_approval->setToolTip(tr("Who wants to come asks you first. A no is told to nobody."));
    setFields({explain, m_topicField, m_languageField, makeWhen(), m_seatsField, m_approval}, fieldsWidth);
    m_topic->setFocus();
}

void OfferDialog::fillFields(const protocol::Post &post)
{
    m_topic->setMaxLength(2 * limits::tableTopicCodePoints);
    m_topic->setText(topicFrom(post.heading));
    for (const QString &code : languagesOf(m_context))
        m_language->addItem(languagesText({code}), code);
    m_at->setCalendarPopup(true);
    m_at->setDisplayFormat(tr("ddd d MMM yyyy  HH:mm", "a moment as Qt's format has it"));
    m_at->setDateTime(soon());
    fillZones(m_zone);
    m_seats->setRange(limits::tableSeatsMin, limits::tableSeats);
    m_seats->setValue(limits::tableSeats);
    connect(m_topic, &QLineEdit::textChanged, this, [this] { m_topicField->setError({}); });
}

QWidget *OfferDialog::makeWhen()
{
    auto *box = new QWidget;
    auto *label = makeLabel(box);
    label->setText(tr("When its room opens"));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    for (QWidget *widget : {static_cast<QWidget *>(m_now), static_cast<QWidget *>(m_later), static_cast<QWidget *>(m_atField), static_cast<QWidget *>(m_zoneField)})
        layout->addWidget(widget);
    const auto refresh = [this] {
        m_atField->setVisible(m_later->isChecked());
        m_zoneField->setVisible(m_later->isChecked());
    };
    connect(m_later, &QRadioButton::toggled, this, refresh);
    m_now->setChecked(true);
    refresh();
    return box;
}

void OfferDialog::setMoment(const QDateTime &at)
{
    m_later->setChecked(true);
    m_at->setDateTime(at);
}

void OfferDialog::checkMoment(const std::optional<Time> &at)
{
    m_atField->setError({});
    m_zoneField->setError({});
    const Time now = m_context.session.serverNow();
    if (!at)
        m_zoneField->setError(tr("There is no such time zone."));
    else if (*at < now)
        m_atField->setError(tr("This is in the past."));
    else if (*at > now + limits::tableAhead)
        m_atField->setError(tr("This is too far ahead."));
}

std::optional<protocol::cmd::OfferTable> OfferDialog::read()
{
    m_topicField->setError(wrongTopicText(m_topic->text()));
    const QString zone = m_zone->currentText().trimmed();
    const auto at = momentIn(zone, m_at->dateTime());
    if (m_later->isChecked())
        checkMoment(at);
    const bool timeWrong = m_later->isChecked() && (m_atField->hasError() || m_zoneField->hasError());
    if (m_topicField->hasError() || timeWrong)
        return std::nullopt;
    protocol::cmd::OfferTable wanted;
    wanted.post = m_post;
    wanted.topic = m_topic->text();
    wanted.language = m_language->currentData().toString();
    wanted.at = m_later->isChecked() ? at : std::nullopt;
    wanted.zone = zone.isEmpty() ? u"UTC"_s : zone;
    wanted.seats = m_seats->value();
    wanted.approval = m_approval->isChecked();
    return wanted;
}

void OfferDialog::send()
{
    setFormError({});
    if (const auto wanted = read())
        offer(*wanted);
}

void OfferDialog::offer(protocol::cmd::OfferTable wanted)
{
    okButton()->setEnabled(false);
    m_context.session.tables().offer(wanted, [self = QPointer<OfferDialog>(this), wanted](const Result<protocol::Table> &table) {
        if (!self)
            return;
        self->okButton()->setEnabled(true);
        if (!table)
            return self->refuse(table.error(), wanted);
        Q_EMIT self->offered(*table);
        self->accept();
    });
}

void OfferDialog::refuse(const Error &error, const protocol::cmd::OfferTable &wanted)
{
    if (error.code == ErrorCode::TableSameHour) {
        auto *dialog = new ConfirmDialog(m_context.theme, tr("Two tables at once?"), tr("You have another table at that hour. Offer this one too?"), tr("Offer this one too"), this, Kind::Primary);
        connect(dialog, &QDialog::accepted, this, [this, wanted] {
            auto sure = wanted;
            sure.sure = true;
            offer(sure);
        });
        return dialog->open();
    }
    if (error.field.endsWith(".topic"_L1))
        return m_topicField->setError(tr("This topic has characters that cannot be shown."));
    if (error.field.endsWith(".at"_L1))
        return m_atField->setError(tr("This moment is not possible."));
    if (error.field.endsWith(".zone"_L1))
        return m_zoneField->setError(tr("There is no such time zone."));
    setFormError(client::sentence(error));
}

QString OfferDialog::error() const
{
    for (const FormField *field : {m_topicField, m_atField, m_zoneField})
        if (field->hasError() && (field == m_topicField || m_later->isChecked()))
            return field->editor()->accessibleDescription();
    return formError();
}

} // namespace jjak::desktop
