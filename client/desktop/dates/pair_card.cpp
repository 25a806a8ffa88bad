// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/pair_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>

#include "client/core/date_sentences.h"
#include "client/core/sentences.h"
#include "client/desktop/dates/event_words.h"
#include "client/desktop/kit/alias_art.h"
#include "client/desktop/makers.h"

namespace jjak::desktop {

PairCard::PairCard(Context &context, QWidget *parent)
    : Translated(context.theme, parent), m_context(context), m_space(new QWidget(this)), m_title(makeLabel(this, Tone::Title)), m_text(makeLabel(this)), m_open(makeButton(this, Kind::Primary))
{
    const Theme &theme = context.theme;
    m_space->setFixedSize(theme.px(60), theme.px(60));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(6));
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_open, 0, Qt::AlignLeft);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(4), 0, theme.px(4), 0); // the card has its own
    layout->setSpacing(theme.px(16));
    layout->addWidget(m_space, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    connect(m_open, &QPushButton::clicked, this, &PairCard::open);
}

void PairCard::setPair(const protocol::Pair &pair, std::optional<RoomId> room)
{
    m_pair = pair;
    m_room = room;
    retranslate();
    update();
}

void PairCard::retranslate()
{
    if (m_pair.pair.isNull())
        return;
    const QString name = client::aliasName(m_pair.alias);
    const QString until = momentText(m_pair.until, m_context.session.serverNow());
    const bool mine = m_pair.mine == protocol::Answer::Accepted;
    m_title->setText(tr("You and %1 pointed at each other").arg(name));
    m_text->setText(m_room ? tr("You have both said yes: a room of your own has opened.")
                    : mine ? tr("You have said yes. When %1 says yes too, your room opens by itself. There is time until: %2.").arg(name, until)
                           : tr("When both of you want it, a room for you two opens. %1 only learns of your yes when it does. There is time until: %2.").arg(name, until));
    m_open->setText(m_room ? tr("Go to our room") : m_asking ? tr("One moment …") : tr("Open our room"));
    m_open->setVisible(m_room ? m_context.session.state().room(*m_room) != nullptr : !mine);
    m_open->setEnabled(!m_asking);
    setAccessibleName(m_title->text());
}

void PairCard::open()
{
    if (m_room)
        return Q_EMIT roomWanted(*m_room);
    m_asking = true;
    retranslate();
    const QPointer<PairCard> self(this);
    m_context.session.openPair(m_pair.pair, [self](const Result<> &result) {
        if (!self)
            return;
        self->m_asking = false;
        self->retranslate();
        if (!result)
            Q_EMIT self->said(client::sentence(result.error()));
    });
}

void PairCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    paintAlias(painter, QRectF(m_space->geometry()), m_pair.alias, m_context.theme);
}

} // namespace jjak::desktop
