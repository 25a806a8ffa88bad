// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/nearby/waiting_view.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/radar_picker.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int radarSize = 340;

} // namespace

WaitingView::WaitingView(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_radar(new RadarPicker(context.theme, this)), m_result(makeLabel(this, Tone::Strong)), m_heading(makeLabel(this, Tone::Display)),
      m_where(makeLabel(this)), m_crowd(makeLabel(this, Tone::Muted)), m_since(makeLabel(this, Tone::Muted)), m_wider(makeButton(this)), m_cancel(makeButton(this, Kind::Quiet))
{
    const Theme &theme = context.theme;
    m_radar->setAttribute(Qt::WA_TransparentForMouseEvents); // shows, and cannot be turned: the search goes on as it began
    m_radar->setFocusPolicy(Qt::NoFocus);
    m_wider->setIcon(themedIcon(theme, u"nearby"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    layout->setSpacing(theme.px(8));
    layout->addWidget(m_result);
    layout->addStretch();
    layout->addWidget(m_radar, 0, Qt::AlignCenter);
    for (QLabel *label : {m_result, m_heading, m_where, m_crowd, m_since})
        label->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_heading, m_where, m_crowd, m_since})
        layout->addWidget(label);
    layout->addSpacing(theme.px(8));
    layout->addWidget(m_wider, 0, Qt::AlignCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignCenter);
    layout->addStretch();
    m_result->hide();
    const auto size = [this] { m_radar->setFixedSize(m_context.theme.px(radarSize), m_context.theme.px(radarSize)); };
    size();
    connect(&theme, &Theme::changed, this, size);

    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &WaitingView::refreshTime);
    connect(m_cancel, &QPushButton::clicked, this, &WaitingView::cancelWanted);
    connect(m_wider, &QPushButton::clicked, this, [this] {
        const auto &ticket = m_context.session.state().nearby.ticket;
        if (const auto reach = ticket ? wider(ticket->reach) : std::nullopt)
            Q_EMIT widerWanted(ticket->cell, *reach);
    });
    retranslate();
}

std::optional<Reach> WaitingView::wider(Reach reach)
{
    return reach == Reach::Anywhere ? std::nullopt : std::optional(Reach(int(reach) + 1));
}

void WaitingView::retranslate()
{
    QStringList steps;
    for (const Reach reach : allReaches)
        steps.append(client::label(reach));
    m_radar->setSteps(steps);
    m_radar->setAccessibleName(tr("How far is being looked"));
    m_heading->setText(tr("Looking for somebody …"));
    m_cancel->setText(tr("Stop searching (Esc)"));
    refresh();
}

void WaitingView::setResult(const QString &sentence)
{
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
}

void WaitingView::refresh()
{
    const auto &nearby = m_context.session.state().nearby;
    if (!nearby.ticket) {
        m_clock.stop();
        return;
    }
    const protocol::Ticket &ticket = *nearby.ticket;
    m_radar->setValue(int(ticket.reach));
    const auto place = m_context.settings.place();
    const QString reach = client::label(ticket.reach);
    m_where->setText(place ? tr("%1, around %2", "a distance, then a place").arg(reach, place->label) : reach);
    m_crowd->setText(nearby.crowd ? client::label(*nearby.crowd) : QString());
    m_crowd->setVisible(nearby.crowd.has_value());
    const auto further = wider(ticket.reach);
    if (further)
        m_wider->setText(tr("Look further: %1", "followed by a distance").arg(client::label(*further)));
    m_clock.start();
    refreshTime();
}

void WaitingView::refreshTime()
{
    const auto &ticket = m_context.session.state().nearby.ticket;
    if (!ticket)
        return;
    const Duration waited = std::max(Duration(0), m_context.session.serverNow() - ticket->since);
    const int minutes = int(std::chrono::duration_cast<std::chrono::minutes>(waited).count());
    m_since->setText(minutes == 0 ? tr("You have just begun to wait. It may take some minutes.") : tr("You have been waiting for %n minute(s).", nullptr, minutes));
    m_wider->setVisible(wider(ticket->reach) && waited >= patience);
}

void WaitingView::focusFirst()
{
    m_cancel->setFocus();
}

void WaitingView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace jjak::desktop
