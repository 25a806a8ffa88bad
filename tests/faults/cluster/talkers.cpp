// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/talkers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QThread>
#include <algorithm>
#include <stdexcept>

#include "server/storage/data_file.h"
#include "server/storage/store_set.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomSize = 4;
constexpr int signInEvery = 2;    //!< ms between two people at the beginning
constexpr int quietWithin = 60;   //!< s
constexpr int stillAround = 2000; //!< ms in which nothing more may come

bool waitFor(const std::function<bool()> &condition, int seconds)
{
    QElapsedTimer timer;
    for (timer.start(); !condition(); QThread::msleep(10))
        if (timer.elapsed() > seconds * 1000)
            return false;
    return true;
}

} // namespace

Talkers::Talkers(const QString &database, int people, int every) : m_database(database), m_every(every), m_log(std::make_unique<OperationLog>(m_folder.filePath(u"harm.log"_s)))
{
    storage::prepareDatabase(database);
    test::Preparation preparation(database);
    m_people = preparation.people(people / roomSize * roomSize, u"c"_s);
    m_rooms = preparation.rooms(m_people, roomSize);
}

void Talkers::begin(quint16 port)
{
    const size_t half = m_crowds.size();
    m_crowds.push_back(std::make_unique<Crowd>(m_folder.filePath(u"crowd%1.log"_s.arg(half)), std::vector{port}, 1));
    Crowd &crowd = *m_crowds.back();
    for (size_t i = half; i < m_people.size(); i += 2)
        crowd.add(m_people[i], [room = m_rooms[i / roomSize], every = m_every](Person &person) { return chatting(person, room, every); }, crowd.size() * signInEvery);
    crowd.start();
}

bool Talkers::served() const
{
    return std::ranges::all_of(m_crowds, [](const auto &crowd) { return crowd->ready() == crowd->size() && crowd->longestWait() < 1000; });
}

bool Talkers::waitUntilServed(int seconds) const
{
    return waitFor([this] { return served(); }, seconds);
}

bool Talkers::becomeQuiet()
{
    for (const auto &crowd : m_crowds)
        crowd->becomeCalm();
    const bool out = waitFor([this] { return std::ranges::all_of(m_crowds, [](const auto &crowd) { return crowd->restless() == 0; }); }, quietWithin);
    QThread::msleep(stillAround);
    for (const auto &crowd : m_crowds)
        crowd->end();
    return out;
}

Findings Talkers::judge()
{
    Checker checker(readTruth(m_database));
    m_crowds.clear();
    m_log.reset();
    for (const QString &name : QDir(m_folder.path()).entryList({u"*.log"_s}, QDir::Files)) {
        QFile file(m_folder.filePath(name));
        const QString wrong = file.open(QIODevice::ReadOnly) ? checker.read(file.readAll()) : u"cannot be read"_s;
        if (!wrong.isEmpty())
            throw std::runtime_error(name.toStdString() + ": " + wrong.toStdString());
    }
    return checker.finish();
}

QHash<QString, int> streamsOwned(const QString &database)
{
    storage::StoreSet set(database, storage::OpenAs::Reader);
    app::Stores &stores = set.stores();
    QHash<QString, int> out;
    if (!stores.transaction.begin())
        return out;
    QHash<qint64, QString> names;
    for (const app::NodeRow &node : stores.nodes.all())
        names.insert(node.number, node.name);
    const auto now = stores.nodes.now();
    for (const app::StreamRow &row : stores.leases.all())
        if (now && row.owner && row.until >= *now)
            ++out[names.value(*row.owner)];
    stores.transaction.rollback();
    return out;
}

} // namespace jjak::faults
