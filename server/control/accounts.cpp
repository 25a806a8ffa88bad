// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/say.h"
#include "server/control/verbs.h"

namespace jjak::control {

using namespace Qt::StringLiterals;

namespace {

int giveRole(const QStringList &values, const QCommandLineParser &options)
{
    using protocol::Role;
    constexpr auto &names = protocol::EnumNames<Role>::names;
    std::optional<Role> role;
    for (size_t i = 0; i < names.size(); ++i) {
        if (values[1] == QLatin1StringView(names[i].data(), qsizetype(names[i].size())))
            role = Role(i);
    }
    if (!role)
        return complain(u"“%1” is no role; there are user, moderator and operator."_s.arg(values[1]), BadCommandLine);
    const auto server = connected(options);
    if (!server)
        return Refused;
    const auto answer = server->ask(protocol::cmd::SetRole{values[0], *role});
    if (!answer)
        return complain(sentenceFor(answer.error()), Refused);
    say(u"%1 is now %2."_s.arg(values[0], values[1]));
    return Good;
}

} // namespace

QList<Verb> accountVerbs()
{
    return {{u"account role"_s, u"Says what an account may do: user, moderator or operator."_s, {u"NAME"_s, u"ROLE"_s}, {}, {dataOption}, giveRole}};
}

} // namespace jjak::control
