// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/commands.h"

#include <QHash>

namespace jjak::protocol {

namespace {

using Decoder = Result<Command> (*)(const QJsonObject &);

template <class C>
Result<Command> decodeAs(const QJsonObject &args)
{
    auto command = decode<C>(QJsonValue(args), QStringLiteral("args"));
    return command ? Result<Command>(Command(std::move(*command))) : Result<Command>(command.error());
}

QHash<QString, Decoder> makeDecoders()
{
    QHash<QString, Decoder> out;
    forEachCommand([&]<class C>() { out.insert(QString::fromUtf8(C::spec.name.data(), qsizetype(C::spec.name.size())), &decodeAs<C>); });
    return out;
}

} // namespace

Result<Command> decodeCommand(QStringView name, const QJsonObject &args)
{
    static const QHash<QString, Decoder> decoders = makeDecoders();
    const auto it = decoders.constFind(name.toString());
    return it == decoders.cend() ? Result<Command>(ErrorCode::ProtocolUnknownCommand) : (*it)(args);
}

} // namespace jjak::protocol
