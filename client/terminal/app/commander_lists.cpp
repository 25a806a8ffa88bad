// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>

#include "client/core/sentences.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

QString numbered(int number, const QString &text)
{
    return u"%1. %2"_s.arg(number, 2).arg(text);
}

} // namespace

void Commander::listRooms()
{
    QStringList lines;
    const auto *rooms = m_session.rooms();
    for (int row = 0; row < rooms->rowCount(); ++row) {
        const auto value = [&](int role) { return rooms->data(rooms->index(row), role); };
        QString line = cleanLine(value(client::RoomListModel::NameRole).toString());
        if (value(client::RoomListModel::DemoRole).toBool())
            line += u" · "_s + translate("term", "demo person");
        if (const qint64 unread = value(client::RoomListModel::UnreadRole).toLongLong(); unread > 0)
            line += u" · "_s + translate("term", "%n unread", nullptr, int(unread));
        if (value(client::RoomListModel::LeftRole).toBool())
            line += u" · "_s + translate("term", "you have left");
        else if (value(client::RoomListModel::DesertedRole).toBool())
            line += u" · "_s + translate("term", "nobody is there");
        const QString preview = cleanLine(value(client::RoomListModel::PreviewRole).toString());
        lines += numbered(row + 1, preview.isEmpty() ? line : line + u": "_s + preview);
    }
    if (lines.isEmpty())
        lines += translate("term", "No chats yet. /match looks for somebody.");
    Q_EMIT listed(translate("term", "Chats"), lines);
}

void Commander::listDevices()
{
    m_session.listDevices([this](const Result<QList<protocol::DeviceInfo>> &devices) {
        if (!devices)
            return complain(client::sentence(devices.error()));
        QStringList lines;
        m_devices.clear();
        for (const auto &device : *devices) {
            m_devices += device.device;
            const QString here = device.current ? u" · "_s + translate("term", "this device") : QString();
            lines += numbered(int(m_devices.size()), translate("term", "%1 · last used %2").arg(cleanLine(device.label), moment(device.used)) + here);
        }
        lines += translate("term", "/revoke N signs one of them out.");
        Q_EMIT listed(translate("term", "Devices"), lines);
    });
}

void Commander::revoke(int number)
{
    if (number > m_devices.size())
        return complain(translate("term", "There is no device number %1. /devices lists them.").arg(number));
    m_session.revokeDevice(m_devices[number - 1], answer<Done>(translate("term", "Device number %1 is signed out.").arg(number)));
}

void Commander::listBlocks()
{
    m_session.listBlocks([this](const Result<QList<protocol::BlockInfo>> &blocks) {
        if (!blocks)
            return complain(client::sentence(blocks.error()));
        QStringList lines;
        m_blocks.clear();
        for (const auto &block : *blocks) {
            m_blocks += block.block;
            const QString name = block.name.isEmpty() ? translate("term", "somebody who was proposed") : cleanLine(block.name);
            lines += numbered(int(m_blocks.size()), translate("term", "%1 · since %2").arg(name, moment(block.since)));
        }
        lines += m_blocks.isEmpty() ? translate("term", "You have blocked nobody.") : translate("term", "/unblock N undoes one of them.");
        Q_EMIT listed(translate("term", "Blocked people"), lines);
    });
}

void Commander::unblock(int number)
{
    if (number > m_blocks.size())
        return complain(translate("term", "There is no block number %1. /blocks lists them.").arg(number));
    m_session.unblock(m_blocks[number - 1], answer<Done>(translate("term", "Block number %1 is undone.").arg(number)));
}

void Commander::help()
{
    QStringList lines;
    for (const CommandSpec &spec : commandList()) {
        lines += usageOf(spec) + u'\t' + translate("term", spec.help);
        if (spec.usageAtTable)
            lines += usageOf(spec, true) + u'\t' + translate("term", spec.helpAtTable);
    }
    if (m_keys)
        lines += m_keys();
    lines += translate("term", "A line that begins with // sends a text that begins with a slash.");
    Q_EMIT listed(translate("term", "Commands"), lines);
}

} // namespace jjak::terminal
