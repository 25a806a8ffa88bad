// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/token.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace jjak::client {

using namespace Qt::StringLiterals;

QByteArray encodeToken(const StoredToken &stored)
{
    const Account &account = stored.account;
    return QJsonDocument(QJsonObject{{u"account"_s, QString::fromLatin1(account.account.toText())},
                                     {u"device"_s, QString::fromLatin1(account.device.toText())},
                                     {u"name"_s, account.name},
                                     {u"demo"_s, account.demo},
                                     {u"token"_s, stored.token}})
        .toJson(QJsonDocument::Compact);
}

std::optional<StoredToken> decodeToken(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto account = AccountId::fromText(json["account"_L1].toString());
    const auto device = DeviceId::fromText(json["device"_L1].toString());
    const QString token = json["token"_L1].toString();
    if (!account || !device || token.isEmpty())
        return std::nullopt;
    return StoredToken{{*account, *device, json["name"_L1].toString(), json["demo"_L1].toBool()}, token};
}

} // namespace jjak::client
