// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/groups/people_list.h"

namespace jjak::desktop {

PeopleList::PeopleList(const Context &context, QWidget *parent) : QListWidget(parent)
{
    using Model = client::RoomListModel;
    const client::RoomListModel *rooms = context.session.rooms();
    for (int row = 0; row < rooms->rowCount(); ++row) {
        const RoomId room = rooms->roomAt(row);
        const client::RoomEntry *entry = context.session.state().room(room);
        const QModelIndex index = rooms->index(row, 0);
        if (!entry || entry->room.kind != protocol::RoomKind::Direct || index.data(Model::LeftRole).toBool() || index.data(Model::DesertedRole).toBool())
            continue;
        auto *item = new QListWidgetItem(index.data(Model::NameRole).toString(), this);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(Qt::UserRole, QVariant::fromValue(room));
    }
    setAccessibleName(tr("People you talk with"));
    setTabKeyNavigation(false);
    if (!isEmpty())
        setCurrentRow(0);
    connect(this, &QListWidget::itemChanged, this, &PeopleList::chosenChanged);
    connect(this, &QListWidget::itemActivated, this, [](QListWidgetItem *item) { item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked); });
}

QList<RoomId> PeopleList::chosen() const
{
    QList<RoomId> out;
    for (int i = 0; i < count(); ++i)
        if (item(i)->checkState() == Qt::Checked)
            out.append(item(i)->data(Qt::UserRole).value<RoomId>());
    return out;
}

} // namespace jjak::desktop
