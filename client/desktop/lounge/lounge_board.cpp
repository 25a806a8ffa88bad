// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/lounge_board.h"

#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QStyleOptionButton>
#include <QVBoxLayout>

#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/card_column.h"
#include "client/desktop/lounge/post_words.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int againMs = 60'000;

} // namespace

BoardRow::BoardRow(const Theme &theme, const QString &words, const QString &number, const QString &spoken, QWidget *parent) : QPushButton(parent), m_theme(theme)
{
    setProperty("kind", u"quiet"_s);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setTexts(words, number, spoken);
}

void BoardRow::setTexts(const QString &words, const QString &number, const QString &spoken)
{
    m_words = displayText(words).simplified();
    m_number = number;
    nameButton(this, spoken);
    update();
}

QSize BoardRow::sizeHint() const
{
    return {m_theme.px(160), fontMetrics().height() + m_theme.px(14)};
}

void BoardRow::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event); // the ground; it has no words of its own
    QPainter painter(this);
    const QRect inside = rect().adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
    const QFont caption = m_theme.font(TextStyle::Caption);
    painter.setFont(caption);
    painter.setPen(m_theme.tokens().mutedText);
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_number);
    const int taken = m_number.isEmpty() ? 0 : QFontMetrics(caption).horizontalAdvance(m_number) + m_theme.px(8);
    painter.setFont(font());
    painter.setPen(m_theme.tokens().text);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(m_words, Qt::ElideRight, inside.width() - taken));
}

LoungeBoard::LoungeBoard(Context &context, QWidget *parent) : Translated(parent), m_context(context), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(context.theme.px(16));
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &LoungeBoard::refresh);
    client::Lounge &lounge = context.session.lounge();
    for (const auto signal : {&client::Lounge::postsChanged, &client::Lounge::ready})
        connect(&lounge, signal, this, [this] {
            if (isVisible())
                refresh();
        });
    connect(&lounge, &client::Lounge::forgotten, this, [this] {
        m_board = {};
        fill();
    });
    fill();
}

void LoungeBoard::refresh()
{
    m_context.session.lounge().lookAtBoard([self = QPointer<LoungeBoard>(this)](const Result<protocol::cmd::Board> &board) {
        if (!self || !board)
            return; // what is there stays; the list says that there is no connection
        self->m_board = *board;
        self->fill();
    });
}

QList<BoardRow *> LoungeBoard::rows() const
{
    return findChildren<BoardRow *>();
}

void LoungeBoard::showEvent(QShowEvent *event)
{
    Translated::showEvent(event);
    refresh();
    m_again.start();
}

void LoungeBoard::hideEvent(QHideEvent *event)
{
    m_again.stop();
    Translated::hideEvent(event);
}

QVBoxLayout *LoungeBoard::addPart(const QString &title, bool empty, const QString &nothing)
{
    QVBoxLayout *column = makeCardColumn(this, m_context.theme, {.above = 12, .below = 8});
    auto *heading = makeLabel(column->parentWidget(), Tone::Strong);
    heading->setText(title);
    addWords(column, heading, m_context.theme, 4);
    if (empty) {
        auto *words = makeLabel(column->parentWidget(), Tone::Muted);
        words->setText(nothing);
        addWords(column, words, m_context.theme, 6);
    }
    m_layout->addWidget(column->parentWidget());
    return column;
}

void LoungeBoard::addPosts(QVBoxLayout *part, const QList<protocol::Post> &posts, bool reads)
{
    for (const protocol::Post &post : posts) {
        const int count = reads ? post.views : post.likes;
        const QString spoken = tr("%1, by %2, %3", "title, author, how many like or read it").arg(post.heading, post.name, reads ? viewsText(count) : likesText(count));
        auto *row = new BoardRow(m_context.theme, post.heading, (reads ? u""_s : u"♥ "_s) + countText(count), spoken, part->parentWidget());
        connect(row, &QPushButton::clicked, this, [this, id = post.post] { Q_EMIT postWanted(id); });
        part->addWidget(row);
    }
}

void LoungeBoard::addHosts()
{
    QVBoxLayout *part = addPart(tr("Hosts of the week"), m_board.hosts.isEmpty(), tr("Whom guests of tables thanked stands here, of those who want it."));
    for (const protocol::Host &host : m_board.hosts) {
        const QString name = host.demo ? tr("%1 (demo)", "a name").arg(host.name) : host.name;
        const QString thanks = tr("%n thanks", "how many guests thanked", host.guests);
        auto *row = new BoardRow(m_context.theme, name, thanks, tr("%1, %2", "a host, how many guests thanked").arg(name, thanks), part->parentWidget());
        connect(row, &QPushButton::clicked, this, [this, host] { Q_EMIT authorWanted(host.persona, host.name); });
        part->addWidget(row);
    }
}

void LoungeBoard::fill()
{
    // What has the keyboard now has it afterwards, when it is still there.
    int focused = -1;
    const QList<BoardRow *> before = rows();
    for (int i = 0; i < before.size(); ++i)
        focused = before[i]->hasFocus() ? i : focused;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QVBoxLayout *trends = addPart(tr("Trends of the day"), m_board.tags.isEmpty(), tr("No tag stands out today."));
    for (const protocol::Trend &trend : m_board.tags) {
        const QString people = tr("%n people", nullptr, trend.people);
        auto *row = new BoardRow(m_context.theme, tagText(trend.tag), people, tr("%1, %2", "a tag, how many people").arg(tagText(trend.tag), people), trends->parentWidget());
        connect(row, &QPushButton::clicked, this, [this, tag = trend.tag] { Q_EMIT tagWanted(tag); });
        trends->addWidget(row);
    }
    addPosts(addPart(tr("Popular"), m_board.popular.isEmpty(), tr("Nothing yet. A like makes the beginning.")), m_board.popular, false);
    addPosts(addPart(tr("Most read this week"), m_board.read.isEmpty(), tr("Only posts whose authors want it stand here.")), m_board.read, true);
    addHosts();
    m_layout->addStretch();
    if (const QList<BoardRow *> now = rows(); focused >= 0 && focused < now.size())
        now[focused]->setFocus();
}

} // namespace jjak::desktop
