// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/doors_view.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

#include "client/core/date_sentences.h"
#include "client/core/sentences.h"
#include "client/desktop/dates/calendar_file.h"
#include "client/desktop/dates/event_card.h"
#include "client/desktop/dates/house_view.h"
#include "client/desktop/dates/pair_card.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int columnWidth = 720;
constexpr int steps = 3;

} // namespace

DoorsView::DoorsView(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_heading(makeLabel(this, Tone::Display)), m_notice(makeLabel(this, Tone::Strong)), m_pairColumn(new QVBoxLayout),
      m_cardColumn(new QVBoxLayout), m_empty(new EmptyState(context.theme, u"date"_s, this)), m_last(makeButton(this)), m_house(new HouseView(context, this))
{
    const Theme &theme = context.theme;
    makeSteps();
    m_last->setIcon(themedIcon(theme, u"chats"_s));
    auto *column = new QWidget(this);
    column->setMaximumWidth(theme.px(columnWidth));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(16));
    for (QVBoxLayout *part : {m_pairColumn, m_cardColumn})
        part->setSpacing(theme.px(12));
    layout->addWidget(m_heading);
    layout->addWidget(m_notice);
    layout->addLayout(m_pairColumn);
    layout->addLayout(m_cardColumn);
    layout->addWidget(m_empty);
    layout->addWidget(m_last, 0, Qt::AlignLeft);
    layout->addWidget(m_steps);
    layout->addWidget(m_house);
    layout->addStretch();
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    all->addStretch();
    all->addWidget(column, 20);
    all->addStretch();
    m_clock.setInterval(500);
    m_clock.start();
    connect(&m_clock, &QTimer::timeout, this, &DoorsView::tick);
    connect(m_last, &QPushButton::clicked, this, &DoorsView::lastWanted);
    connect(m_house, &HouseView::said, this, &DoorsView::said);
    connect(&theme, &Theme::changed, column, [this, column] { column->setMaximumWidth(m_context.theme.px(columnWidth)); });
    retranslate();
}

void DoorsView::makeSteps()
{
    const Theme &theme = m_context.theme;
    m_steps = new QWidget(this);
    m_stepsHeading = makeLabel(m_steps, Tone::Title);
    auto *flow = new CardFlow(theme.px(210), theme.px(12));
    const QStringList icons{u"users"_s, u"comment"_s, u"arrow"_s};
    for (int i = 0; i < steps; ++i) {
        auto *card = new Card(theme, m_steps);
        auto *sign = new QLabel(card);
        sign->setPixmap(iconPixmap(icons[i], theme.px(28), theme.tokens().accentStrong, devicePixelRatioF()));
        connect(&theme, &Theme::changed, sign, [this, sign, icon = icons[i]] {
            sign->setPixmap(iconPixmap(icon, m_context.theme.px(28), m_context.theme.tokens().accentStrong, devicePixelRatioF()));
        });
        m_stepTitles.append(makeLabel(card, Tone::Strong));
        m_stepTexts.append(makeLabel(card, Tone::Muted));
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(theme.px(4), theme.px(2), theme.px(4), theme.px(2)); // besides those of the card
        inside->addWidget(sign);
        inside->addWidget(m_stepTitles.last());
        inside->addWidget(m_stepTexts.last());
        inside->addStretch();
        flow->addWidget(card);
    }
    auto *layout = new QVBoxLayout(m_steps);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stepsHeading);
    layout->addLayout(flow);
}

void DoorsView::retranslate()
{
    m_heading->setText(tr("Blind date"));
    m_stepsHeading->setText(tr("How an evening goes"));
    const QStringList titles{tr("Sit down"), tr("Talk"), tr("Point an arrow")};
    const QStringList texts{tr("Seven people, new names for everybody, and a host who leads you through."), tr("Three topics, a few minutes each. Nobody knows who you are."),
                            tr("In secret, at one seat or at nobody. Only two arrows that meet are shown, and only to those two.")};
    for (int i = 0; i < steps; ++i) {
        m_stepTitles[i]->setText(titles[i]);
        m_stepTexts[i]->setText(texts[i]);
    }
    m_empty->setTexts(tr("No blind date is planned yet"), tr("When the next one is planned, it appears here by itself, and you can be reminded of it."));
    m_last->setText(tr("Read the last evening again"));
    refresh(m_hasLast);
}

void DoorsView::refresh(bool last)
{
    m_hasLast = last;
    const protocol::BlindDate &now = m_context.session.blindDate();
    m_notice->setText(now.letGo ? client::sentence(now.letGo->reason) : QString());
    m_notice->setVisible(now.letGo.has_value());
    m_last->setVisible(last);
    refreshPairs();
    refreshCards();
    m_house->setVisible(m_context.session.role() == protocol::Role::Operator);
    m_house->refresh();
}

void DoorsView::refreshPairs()
{
    const auto &pairs = m_context.session.blindDate().pairs;
    while (m_pairs.size() > pairs.size())
        m_pairs.takeLast()->deleteLater();
    while (m_pairs.size() < pairs.size()) {
        auto *card = new PairCard(m_context, this);
        connect(card, &PairCard::said, this, &DoorsView::said);
        m_pairColumn->addWidget(card);
        m_pairs.append(card);
    }
    for (qsizetype i = 0; i < pairs.size(); ++i)
        m_pairs[i]->setPair(pairs[i]);
}

void DoorsView::refreshCards()
{
    const auto &events = m_context.session.events();
    while (m_cards.size() > events.size())
        m_cards.takeLast()->deleteLater();
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (i < m_cards.size()) {
            m_cards[i]->setEvent(events[i]);
        } else {
            auto *card = new EventCard(m_context, events[i], this);
            connect(card, &EventCard::enterWanted, this, &DoorsView::enter);
            connect(card, &EventCard::calendarWanted, this, &DoorsView::saveCalendar);
            m_cardColumn->addWidget(card);
            m_cards.append(card);
        }
        m_cards[i]->setEntering(m_entering.has_value());
    }
    m_empty->setVisible(events.isEmpty());
}

void DoorsView::tick()
{
    if (!isVisible())
        return;
    for (EventCard *card : std::as_const(m_cards))
        card->tick();
}

//! However often the button is pressed, one command is under way.
void DoorsView::enter(EventId event)
{
    if (m_entering)
        return;
    m_entering = event;
    refreshCards();
    const QPointer<DoorsView> self(this);
    m_context.session.enterDate(event, [self](const Result<> &result) {
        if (!self)
            return;
        self->m_entering.reset();
        self->refreshCards();
        if (!result)
            Q_EMIT self->said(client::sentence(result.error(), self->m_context.session.serverNow()));
    });
}

void DoorsView::saveCalendar(EventId event)
{
    const auto &events = m_context.session.events();
    const auto it = std::ranges::find(events, event, &protocol::EventInfo::event);
    if (it == events.end())
        return;
    desktop::saveCalendar(m_context, client::occasionOf(*it), this, [this](const QString &sentence) { Q_EMIT said(sentence); });
}

QString DoorsView::notice() const
{
    return m_notice->isVisibleTo(this) ? m_notice->text() : QString();
}

void DoorsView::focusFirst()
{
    if (!m_pairs.isEmpty() && m_pairs.first()->button()->isVisibleTo(this)) {
        m_pairs.first()->button()->setFocus();
        return;
    }
    for (QPushButton *button : m_cards.isEmpty() ? QList<QPushButton *>{} : QList{m_cards.first()->enterButton(), m_cards.first()->remindButton(), m_cards.first()->calendarButton()}) {
        if (button->isVisibleTo(this)) {
            button->setFocus();
            return;
        }
    }
    setFocus();
}

} // namespace jjak::desktop
