// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/stage_view.h"

#include <QHBoxLayout>
#include <QLabel>

#include "client/core/date_sentences.h"
#include "client/desktop/dates/arrow_board.h"
#include "client/desktop/dates/faces.h"
#include "client/desktop/dates/pair_card.h"
#include "client/desktop/kit/countdown_ring.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::DatePhase;

namespace {

constexpr int sideBySideFrom = 800, sideWidth = 300; // the width of all; of the words beside the circle
constexpr int smallBelow = 520, smallRing = 64, sideRing = 92;
constexpr int hostLines = 8; // among so many of the newest messages the host's last line is looked for

} // namespace

StageView::StageView(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_heading(makeLabel(this, Tone::Display)), m_text(makeLabel(this)), m_host(makeLabel(this, Tone::Muted)), m_ring(new CountdownRing(context.theme, this)),
      m_board(new ArrowBoard(context.theme, this)), m_state(makeLabel(this, Tone::Title)), m_lock(new QLabel(this)), m_secret(makeLabel(this, Tone::Muted)),
      m_pair(new PairCard(context)), m_words(new QWidget(this)), m_foot(new QWidget(this))
{
    const Theme &theme = context.theme;
    m_state->setAlignment(Qt::AlignCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(8));
    for (QLabel *label : {m_heading, m_text, m_host})
        words->addWidget(label);
    words->addStretch();
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, m_words);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(theme.px(20));
    m_head->addLayout(words, 1);
    m_head->addWidget(m_ring, 0, Qt::AlignTop);
    m_head->addStretch();
    auto *secret = new QHBoxLayout;
    secret->setSpacing(theme.px(8));
    secret->addWidget(m_lock, 0, Qt::AlignTop);
    secret->addWidget(m_secret, 1);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->addWidget(m_pair);
    foot->addLayout(secret);
    m_side = new QVBoxLayout;
    m_side->addWidget(m_words);
    m_middle = new QVBoxLayout;
    m_middle->setSpacing(theme.px(8));
    m_middle->addWidget(m_board, 1);
    m_middle->addWidget(m_state);
    m_all = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_all->setContentsMargins(theme.px(28), theme.px(18), theme.px(28), theme.px(18));
    m_all->setSpacing(theme.px(12));
    m_all->addLayout(m_side);
    m_all->addLayout(m_middle, 1);
    arrange(false);
    m_pair->hide();
    const auto lock = [this] { m_lock->setPixmap(iconPixmap(u"lock"_s, m_context.theme.px(18), m_context.theme.tokens().mutedText, devicePixelRatioF())); };
    lock();
    connect(&theme, &Theme::changed, this, lock);
    connect(m_board, &SeatBoard::picked, this, [this](int seat) {
        if (m_date.phase == DatePhase::Impression)
            Q_EMIT pickWanted(seat);
        else if (m_date.phase == DatePhase::Arrow)
            Q_EMIT arrowWanted(seat);
    });
    connect(m_board, &SeatBoard::menuWanted, this, &StageView::menuWanted);
    connect(m_pair, &PairCard::said, this, &StageView::said);
}

//! Where there is room the words stand beside the circle, so that it is as large as can be; else above and below it.
void StageView::arrange(bool wide)
{
    const Theme &theme = m_context.theme;
    const int side = theme.px(sideWidth);
    m_words->setMinimumWidth(wide ? side : 0);
    m_words->setMaximumWidth(wide ? side : QWIDGETSIZE_MAX);
    m_foot->setMaximumWidth(m_words->maximumWidth());
    const bool small = !wide && width() < theme.px(smallBelow);
    const int ring = wide ? theme.px(sideRing) : small ? theme.px(smallRing) : m_ring->sizeHint().width();
    m_ring->setFixedSize(ring, ring);
    if (m_wide == wide)
        return;
    m_wide = wide;
    m_all->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_head->setDirection(wide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_head->setStretch(0, wide ? 0 : 1);
    m_head->setStretch(2, wide ? 1 : 0);
    (wide ? m_middle : m_side)->removeWidget(m_foot);
    (wide ? m_side : m_middle)->addWidget(m_foot, 0, wide ? Qt::AlignBottom : Qt::Alignment());
    m_side->setStretchFactor(m_words, wide ? 1 : 0);
}

void StageView::resizeEvent(QResizeEvent *event)
{
    Translated::resizeEvent(event);
    arrange(width() >= m_context.theme.px(sideBySideFrom));
}

bool StageView::plays(DatePhase phase)
{
    return phase == DatePhase::Impression || phase == DatePhase::Arrow || phase == DatePhase::Reveal;
}

void StageView::setDate(const protocol::Date &date)
{
    m_date = date;
    retranslate();
}

int StageView::chosen() const
{
    const client::Session &session = m_context.session;
    return m_date.phase == DatePhase::Arrow ? session.pendingArrow().value_or(m_date.arrow) : session.pendingPick().value_or(m_date.impression);
}

void StageView::startRing()
{
    m_ring->setVisible(m_date.until.has_value());
    if (m_date.until)
        m_ring->setRemaining(std::max<qint64>(0, (*m_date.until - m_context.session.serverNow()).count()), std::max<qint64>(1, (*m_date.until - m_date.since).count()));
}

void StageView::retranslate()
{
    if (!plays(m_date.phase))
        return;
    startRing();
    refreshHost();
    m_board->setFaces(facesOf(m_date), m_date.me);
    const bool reveal = m_date.phase == DatePhase::Reveal;
    const bool met = reveal && m_date.reveal && m_date.reveal->seat > 0;
    m_pair->setVisible(met);
    m_state->setVisible(!met); // the card says it
    m_secret->setVisible(!reveal);
    m_lock->setVisible(!reveal);
    if (m_date.phase == DatePhase::Impression)
        showImpression();
    else if (m_date.phase == DatePhase::Arrow)
        showArrow();
    else
        showReveal();
    setAccessibleName(m_heading->text());
    m_board->setAccessibleName(m_heading->text());
    m_board->setAccessibleDescription(m_text->text());
}

void StageView::refreshHost()
{
    QString words;
    const auto lines = plays(m_date.phase) ? m_context.session.cachedMessages(m_date.room, 0, hostLines) : QList<protocol::Message>();
    for (const protocol::Message &line : lines)
        if (line.kind == protocol::MessageKind::Host && line.at >= m_date.since)
            words = tr("Host: %1", "followed by what the host says").arg(m_context.session.hostText(m_date.room, line));
    m_host->setText(words);
    m_host->setVisible(!words.isEmpty());
}

void StageView::showImpression()
{
    m_board->setShows(ArrowBoard::Shows::Pick);
    m_board->setChoice(tr("Nobody yet"));
    m_board->setChosen(chosen());
    m_heading->setText(tr("Who made a nice first impression?"));
    m_text->setText(tr("Choose by clicking, with the arrow keys, or with the number of the seat."));
    const QString name = client::seatName(m_date.seats, chosen());
    m_state->setText(name.isEmpty() ? tr("You have not chosen anybody, and that is fine.") : tr("Your first impression: %1").arg(name));
    m_secret->setText(tr("Only you see this. Nobody is told, not now and not later. At the end you can look whether it has changed."));
}

void StageView::showArrow()
{
    m_board->setChoice(tr("Nobody this time"));
    m_board->setShows(ArrowBoard::Shows::Arrow);
    m_board->setChosen(chosen());
    m_heading->setText(tr("Where does your heart point?"));
    m_text->setText(tr("Draw your arrow: drag it from yourself to a seat, click a seat, or press its number. You can change it until the time is up."));
    const QString name = client::seatName(m_date.seats, chosen());
    m_state->setText(name.isEmpty() ? tr("Your arrow points at nobody. That is a good choice too.") : tr("Your arrow points at %1").arg(name));
    QString secret = tr("Secret for ever: only two people who point at each other learn of it, and only those two. Nobody else is ever shown one: not the others, no moderator, no operator.");
    const QString first = client::seatName(m_date.seats, m_date.impression);
    if (!first.isEmpty())
        secret += u' ' + tr("Your first impression was %1.").arg(first);
    m_secret->setText(secret);
}

//! Everybody sees the same words, whoever pointed at whom or at nobody; two who met see who it was besides.
void StageView::showReveal()
{
    const int met = m_date.reveal ? m_date.reveal->seat : 0;
    m_board->setChoice({});
    m_board->setMet(met);
    m_board->setShows(ArrowBoard::Shows::Reveal);
    const QString name = client::seatName(m_date.seats, met);
    m_heading->setText(name.isEmpty() ? tr("What a lovely evening") : tr("You pointed at each other"));
    m_text->setText(tr("The arrows have been put away for ever. Thank you for listening, for telling, and for being here."));
    m_state->setText(tr("It was good to have you at this table."));
    if (name.isEmpty())
        return;
    const auto seat = std::ranges::find(m_date.seats, met, &protocol::Seat::number);
    m_pair->setPair({m_date.reveal->pair, seat->alias, m_date.reveal->until, m_date.reveal->mine}, m_date.reveal->room);
}

void StageView::focusFirst()
{
    m_board->setFocus();
}

QStringList StageView::texts() const
{
    QStringList texts;
    for (const QLabel *label : {m_heading, m_text, m_state, m_secret})
        if (label->isVisibleTo(this))
            texts.append(label->text());
    return texts;
}

} // namespace jjak::desktop
