// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/quick_switcher.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "client/core/place/place_key.h"
#include "client/desktop/frame/commands.h"
#include "client/desktop/kit/icons.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

QuickSwitcher::QuickSwitcher(Context &context, const Commands &commands, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_context(context), m_edit(new QLineEdit(this)), m_list(new QListWidget(this))
{
    const Theme &theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Find"));
    m_edit->setPlaceholderText(tr("A name or a command"));
    m_edit->setAccessibleName(tr("A name or a command"));
    m_edit->addAction(themedIcon(theme, u"search"_s, IconTone::Muted), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Found"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    layout->setSpacing(theme.px(8));
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    resize(std::min(theme.px(480), parent->width()), std::min(theme.px(420), parent->height()));
    connect(m_edit, &QLineEdit::textChanged, this, &QuickSwitcher::filter);
    connect(m_edit, &QLineEdit::returnPressed, this, &QuickSwitcher::choose);
    connect(m_list, &QListWidget::itemClicked, this, &QuickSwitcher::choose);
    collect(commands);
    filter({});
    m_edit->setFocus();
}

void QuickSwitcher::collect(const Commands &commands)
{
    const client::RoomListModel *rooms = m_context.session.rooms();
    for (int row = 0; row < rooms->rowCount(); ++row) {
        Entry entry;
        entry.text = rooms->index(row, 0).data(client::RoomListModel::NameRole).toString();
        entry.icon = u"chats"_s;
        entry.room = rooms->roomAt(row);
        m_entries.append(entry);
    }
    for (QAction *action : commands.all()) {
        if (action != commands.action(Command::Switch))
            m_entries.append({action->text(), action->shortcut().toString(QKeySequence::NativeText), u"right"_s, {}, action});
    }
}

void QuickSwitcher::filter(const QString &typed)
{
    m_list->clear();
    m_shown.clear();
    for (int i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (!client::isMeantBy(entry.text, typed))
            continue;
        const QString line = entry.detail.isEmpty() ? entry.text : tr("%1   (%2)", "a command and its keys").arg(entry.text, entry.detail);
        m_list->addItem(new QListWidgetItem(themedIcon(m_context.theme, entry.icon, IconTone::Muted), line));
        m_shown.append(i);
    }
    m_list->setCurrentRow(m_shown.isEmpty() ? -1 : 0);
}

bool QuickSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !m_shown.isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int count = int(m_shown.size());
            m_list->setCurrentRow((m_list->currentRow() + (key == Qt::Key_Down ? 1 : count - 1)) % count);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void QuickSwitcher::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const Entry entry = m_entries[m_shown[row]];
    accept(); // first: the command may open something of its own
    if (entry.action)
        entry.action->trigger();
    else
        Q_EMIT roomWanted(entry.room);
}

} // namespace jjak::desktop
