// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/behaviour.h"

#include <QCryptographicHash>
#include <QStringList>
#include <array>

namespace jjak::people {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPeople = 1000;
const std::array behaviourNames{u"friendly"_s, u"shy"_s, u"refusing"_s, u"vanishing"_s, u"flooding"_s};
const std::array givenNames{u"민지"_s, u"서준"_s, u"하은"_s, u"도윤"_s, u"지우"_s, u"시우"_s, u"수아"_s, u"은우"_s, u"나은"_s, u"예준"_s, u"유나"_s, u"건우"_s};

} // namespace

std::optional<std::vector<Behaviour>> behavioursFrom(const QString &text)
{
    std::vector<Behaviour> people;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u':', 0, 0).trimmed(), amount = part.section(u':', 1).trimmed();
        const auto it = std::find(behaviourNames.begin(), behaviourNames.end(), name);
        bool ok = true;
        const int count = amount.isEmpty() ? 1 : amount.toInt(&ok);
        if (it == behaviourNames.end() || !ok || count < 0 || int(people.size()) + count > mostPeople)
            return std::nullopt;
        people.insert(people.end(), size_t(count), Behaviour(it - behaviourNames.begin()));
    }
    return people.empty() ? std::nullopt : std::optional(people);
}

std::vector<Behaviour> usualBehaviours(int count)
{
    std::vector<Behaviour> people;
    for (int i = 0; i < count; ++i)
        people.push_back(i % 3 == 2 ? Behaviour::Shy : Behaviour::Friendly);
    return people;
}

QString demoName(int number)
{
    const int round = number / int(givenNames.size());
    const QString name = u"데모 "_s + givenNames[size_t(number) % givenNames.size()];
    return round == 0 ? name : name + u' ' + QString::number(round + 1);
}

QString demoPassword(int number, const QString &demoKey)
{
    const QByteArray told = "jjak demo person " + QByteArray::number(number) + ' ' + demoKey.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(told, QCryptographicHash::Sha256).toHex().left(40));
}

} // namespace jjak::people
