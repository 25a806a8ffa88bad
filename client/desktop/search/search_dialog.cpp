// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/search/search_dialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

#include "client/core/notice_sentences.h"
#include "client/core/sentences.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int pauseMs = 250;
constexpr int shownBefore = 20; //!< characters of a message in front of what was found
constexpr int roomRole = Qt::UserRole, seqRole = Qt::UserRole + 1;

//! One line of the message, such that what was found is in it.
QString excerpt(const QString &text, const QString &wanted)
{
    const QString line = text.simplified();
    const qsizetype at = line.indexOf(wanted.simplified(), 0, Qt::CaseInsensitive);
    return at > shownBefore ? u"…"_s + line.mid(at - shownBefore) : line;
}

} // namespace

SearchDialog::SearchDialog(Context &context, std::optional<RoomId> room, bool everywhere, QWidget *parent)
    : QDialog(parent), m_context(context), m_room(room), m_edit(new QLineEdit(this)), m_scope(new QComboBox(this)), m_list(new QListWidget(this)), m_status(makeLabel(this, Tone::Muted)),
      m_more(makeButton(this, Kind::Link))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    m_scope->setCurrentIndex(everywhere || !room ? m_scope->count() - 1 : 0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask({}); });
    connect(m_edit, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] { ask({}); });
    connect(m_edit, &QLineEdit::returnPressed, this, &SearchDialog::choose);
    connect(m_list, &QListWidget::itemClicked, this, &SearchDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &SearchDialog::choose);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_next); });
    m_edit->installEventFilter(this);
    m_edit->setFocus();
}

void SearchDialog::build()
{
    const Theme &theme = m_context.theme;
    setWindowTitle(tr("Search messages"));
    m_edit->setPlaceholderText(tr("What was written"));
    m_edit->setAccessibleName(tr("What was written"));
    m_edit->setMaxLength(limits::searchCodePoints);
    m_edit->addAction(themedIcon(theme, u"search"_s, IconTone::Muted), QLineEdit::LeadingPosition);
    m_scope->setAccessibleName(tr("Where to look"));
    if (m_room)
        m_scope->addItem(tr("In this conversation"));
    m_scope->addItem(tr("In all conversations"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(theme.px(2));
    m_more->setText(tr("Show more"));
    m_more->hide();
    auto *top = new QHBoxLayout;
    top->addWidget(m_edit, 1);
    top->addWidget(m_scope);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    layout->setSpacing(theme.px(8));
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_more, 0, Qt::AlignHCenter);
    say(tr("Type what you remember, also the middle of a word."));
    resize(std::min(theme.px(560), parentWidget()->width()), std::min(theme.px(520), parentWidget()->height()));
}

QString SearchDialog::status() const
{
    return m_status->text();
}

void SearchDialog::say(const QString &sentence)
{
    m_status->setText(sentence);
    m_status->setVisible(!sentence.isEmpty());
}

void SearchDialog::ask(const QString &after)
{
    m_pause.stop();
    const QString text = m_edit->text().trimmed();
    const int asked = ++m_asked;
    m_more->hide();
    if (text.isEmpty()) {
        m_list->clear();
        return say(tr("Type what you remember, also the middle of a word."));
    }
    say(tr("Searching …"));
    const bool here = m_room && m_scope->currentIndex() == 0;
    m_context.session.search(text, here ? m_room : std::nullopt, after, [self = QPointer<SearchDialog>(this), asked, first = after.isEmpty()](const Result<protocol::cmd::Found> &found) {
        if (!self || self->m_asked != asked)
            return;
        if (found)
            self->show(*found, first);
        else
            self->say(client::sentence(found.error()));
    });
}

void SearchDialog::show(const protocol::cmd::Found &found, bool first)
{
    if (first)
        m_list->clear();
    const client::State &state = m_context.session.state();
    const QString wanted = m_edit->text().trimmed();
    for (const protocol::cmd::Hit &hit : found.hits) {
        const client::RoomEntry *entry = state.room(hit.room);
        if (!entry)
            continue;
        const protocol::Member *author = client::memberOf(entry->room, hit.message.author);
        const QString who = !author ? QString() : author->number == entry->room.me ? tr("You") : author->name;
        const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(hit.message.at)), QLocale::ShortFormat);
        const QString where = client::titleOf(state, entry->room);
        const QString words = hit.message.file ? client::fileSentence(hit.message) : hit.message.text;
        auto *item = new QListWidgetItem(tr("%1 · %2 · %3", "conversation · who · when").arg(where, who, when) + u'\n' + excerpt(words, wanted), m_list);
        item->setData(roomRole, QVariant::fromValue(hit.room));
        item->setData(seqRole, hit.message.seq);
    }
    m_next = found.next.value_or(QString());
    if (m_list->count() == 0 && !m_next.isEmpty())
        return ask(m_next); // a page tells how far was looked, also when nothing was there
    m_more->setVisible(!m_next.isEmpty());
    say(m_list->count() == 0 ? tr("Nothing found for “%1”.").arg(wanted) : QString());
    if (first && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

bool SearchDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && m_list->count() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void SearchDialog::choose()
{
    if (m_pause.isActive())
        return ask({});
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const auto room = item->data(roomRole).value<RoomId>();
    const qint64 seq = item->data(seqRole).toLongLong();
    accept(); // first: the conversation takes the keyboard
    Q_EMIT messageWanted(room, seq);
}

} // namespace jjak::desktop
