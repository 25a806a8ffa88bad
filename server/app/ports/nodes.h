// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/command_log.h"
#include "server/app/ports/connected.h"

namespace jjak::app {

//! A server that shares the database with others, from its start to its end. Numbers are never used again.
struct NodeRow {
    qint64 number = 0;
    QString name;
    bool works = false; //!< takes streams
    Time until;         //!< counts as gone after that
};

//! A stream that a node owns now, and where it goes on.
struct Lease {
    int stream = 0;
    qint64 fence = 0;
    QString position;
    bool wasLeft = false; //!< the owner before did not give it back
};

//! Who owns a stream; for people.
struct StreamRow {
    int stream = 0;
    std::optional<qint64> owner;
    Time until;
    QString position;
};

//! The servers that share a database. All moments are the database's own.
class NodeStore {
public:
    virtual ~NodeStore() = default;
    virtual std::optional<Time> now() = 0;
    //! Its number.
    virtual qint64 enter(const QString &name, bool works, Time until) = 0;
    //! false: it had been taken for gone, and is here again.
    virtual bool stay(qint64 number, const QString &name, bool works, Time until) = 0;
    virtual void leave(qint64 number) = 0;
    virtual QList<NodeRow> all() = 0;
    //! Those whose time is over; how many.
    virtual int removeGone(Time now) = 0;
    //! Devices that are connected to a node that is gone.
    virtual QList<DeviceGone> orphans(int most) = 0;
    //! Devices that are connected to this node, and what their people may do.
    virtual QList<ConnectedDevice> connectedTo(qint64 number) = 0;
    //! The value that all servers have in common under that name: the first one that was given.
    virtual QByteArray agree(const QString &name, const QByteArray &mine) = 0;
};

//! Which node runs which stream.
class LeaseStore {
public:
    virtual ~LeaseStore() = default;
    //! Makes so many streams when there are none yet; how many there are.
    virtual int create(int streams) = 0;
    //! Streams of this owner, now until then.
    virtual QList<int> renew(qint64 owner, Time until) = 0;
    //! Gives one back.
    virtual void release(qint64 owner, int stream) = 0;
    //! Takes streams that nobody owns, or whose owner's time is over.
    virtual QList<Lease> claim(qint64 owner, int most, Time now, Time until) = 0;
    virtual QList<StreamRow> all() = 0;
};

} // namespace jjak::app
