// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/settings/notify_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QTimeEdit>

#include "client/desktop/makers.h"
#include "client/desktop/notify/notifications.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using client::NotifyDetail;

namespace {

constexpr int minutesOfHour = 60;

QTime timeOf(int minute)
{
    return {minute / minutesOfHour, minute % minutesOfHour};
}

int minuteOf(QTime time)
{
    return time.hour() * minutesOfHour + time.minute();
}

} // namespace

NotifySection::NotifySection(Context &context, Notifications &notifications, QWidget *parent)
    : Translated(parent), m_context(context), m_notifications(notifications), m_detailLabel(makeLabel(this)), m_detail(new QComboBox(this)), m_quiet(new QCheckBox(this)), m_fromLabel(makeLabel(this)),
      m_from(new QTimeEdit(this)), m_toLabel(makeLabel(this)), m_to(new QTimeEdit(this)), m_quietNote(makeLabel(this, Tone::Muted)), m_pause(makeButton(this)),
      m_pauseNote(makeLabel(this, Tone::Muted)), m_tray(new QCheckBox(this)), m_trayNote(makeLabel(this, Tone::Muted))
{
    for (const NotifyDetail detail : {NotifyDetail::Full, NotifyDetail::Hidden, NotifyDetail::Off})
        m_detail->addItem({}, int(detail));
    for (QTimeEdit *edit : {m_from, m_to})
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons); // typed, or with the arrow keys
    m_detailLabel->setBuddy(m_detail);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    arrange();
    retranslate();
    connectParts();
}

void NotifySection::arrange()
{
    const Theme &theme = m_context.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(10));
    for (QLabel *label : {m_fromLabel, m_toLabel})
        label->setWordWrap(false);
    auto *hours = new QHBoxLayout;
    hours->setContentsMargins(theme.px(26), 0, 0, 0);
    hours->setSpacing(theme.px(8));
    for (QWidget *widget : {static_cast<QWidget *>(m_fromLabel), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_toLabel), static_cast<QWidget *>(m_to)})
        hours->addWidget(widget);
    hours->addStretch();
    layout->addWidget(m_detailLabel);
    layout->addWidget(m_detail);
    layout->addWidget(m_quiet);
    layout->addLayout(hours);
    layout->addWidget(m_quietNote);
    layout->addWidget(m_pause, 0, Qt::AlignLeft);
    layout->addWidget(m_pauseNote);
    layout->addWidget(m_tray);
    layout->addWidget(m_trayNote);
}

void NotifySection::connectParts()
{
    connect(m_detail, &QComboBox::activated, this, &NotifySection::choose);
    connect(m_quiet, &QCheckBox::toggled, this, &NotifySection::choose);
    connect(m_from, &QTimeEdit::timeChanged, this, &NotifySection::choose);
    connect(m_to, &QTimeEdit::timeChanged, this, &NotifySection::choose);
    connect(m_pause, &QPushButton::clicked, this, [this] { m_notifications.setPaused(!m_notifications.isPaused()); });
    connect(m_tray, &QCheckBox::toggled, this, [this](bool on) { m_context.settings.setCloseToTray(on); });
    connect(&m_notifications, &Notifications::choiceChanged, this, &NotifySection::refresh);
}

void NotifySection::choose()
{
    client::NotifyChoice choice = m_notifications.choice();
    choice.detail = NotifyDetail(m_detail->currentData().toInt());
    choice.quiet = {m_quiet->isChecked(), minuteOf(m_from->time()), minuteOf(m_to->time())};
    m_notifications.setChoice(choice);
}

//! Shows what is chosen, without choosing it again.
void NotifySection::refresh()
{
    const client::NotifyChoice choice = m_notifications.choice();
    const QSignalBlocker quiet(m_quiet), from(m_from), to(m_to), tray(m_tray);
    m_detail->setCurrentIndex(m_detail->findData(int(choice.detail)));
    m_quiet->setChecked(choice.quiet.on);
    m_from->setTime(timeOf(choice.quiet.from));
    m_to->setTime(timeOf(choice.quiet.to));
    const bool on = choice.detail != NotifyDetail::Off;
    m_quiet->setEnabled(on);
    m_from->setEnabled(on && choice.quiet.on);
    m_to->setEnabled(on && choice.quiet.on);
    m_pause->setEnabled(on);
    const bool paused = m_notifications.isPaused();
    m_pause->setText(paused ? tr("Disturb me again") : tr("Do not disturb for an hour"));
    const QTime until = QDateTime::fromMSecsSinceEpoch(toMs(choice.pausedUntil)).time();
    m_pauseNote->setText(paused ? tr("Messages are quiet until %1.").arg(QLocale().toString(until, QLocale::ShortFormat)) : QString());
    m_pauseNote->setVisible(paused);
    m_tray->setChecked(m_context.settings.closeToTray());
}

void NotifySection::retranslate()
{
    m_detailLabel->setText(tr("A notification tells"));
    m_detail->setAccessibleName(tr("What a notification tells"));
    m_detail->setItemText(0, tr("Who writes, and what"));
    m_detail->setItemText(1, tr("Only that there is something new"));
    m_detail->setItemText(2, tr("Nothing: no notifications"));
    m_quiet->setText(tr("Quiet hours"));
    m_fromLabel->setText(tr("from", "quiet hours, before a time"));
    m_toLabel->setText(tr("until", "quiet hours, before a time"));
    m_from->setAccessibleName(tr("Quiet hours from"));
    m_to->setAccessibleName(tr("Quiet hours until"));
    m_quietNote->setText(tr("A proposal you are waiting for, your own blind date and reminders are told all the same."));
    m_tray->setText(tr("Go on in the tray when the window is closed"));
    m_trayNote->setText(tr("Where the desktop has no tray, closing the window ends Jjak."));
    refresh();
}

} // namespace jjak::desktop
