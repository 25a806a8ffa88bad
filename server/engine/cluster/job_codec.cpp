// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/job_codec.h"

#include <QCryptographicHash>
#include <QtEndian>

#include "common/protocol/frame.h"
#include "server/engine/cluster/bytes.h"

namespace jjak::engine {

using namespace app;
using protocol::Command;
namespace cmd = protocol::cmd;

namespace {

constexpr quint8 version = 1;
constexpr auto format = QDataStream::Qt_6_4;

//! In the order of Work's alternatives; those that are not sent are left out.
enum class Kind : quint8 { Command, SignUpHashed, PasswordProved, DeviceGone, FinishedUpload, DropFiles, Replay };

template <class C>
QByteArray written(const C &command)
{
    return protocol::encodeRequest(1, command); // a request has a number; nobody looks at this one
}

std::optional<Command> readCommand(const QByteArray &json)
{
    const auto request = protocol::parseRequest(json);
    if (!request)
        return std::nullopt;
    auto command = protocol::decodeCommand(request->cmd, request->args);
    return command ? std::optional(std::move(*command)) : std::nullopt;
}

void write(QDataStream &out, const Identity &who)
{
    out << who.account << who.device << quint8(who.role);
}

void read(QDataStream &in, Identity &who)
{
    in >> who.account >> who.device;
    readEnum(in, who.role, protocol::Role::Operator);
}

void write(QDataStream &out, const StagedFile &file)
{
    out << file.path << file.hash << file.bytes;
}

void read(QDataStream &in, StagedFile &file)
{
    in >> file.path >> file.hash >> file.bytes;
}

void write(QDataStream &out, const Caller &caller)
{
    out << quint64(caller.connection) << caller.request << caller.address << caller.identity.has_value();
    if (caller.identity)
        write(out, *caller.identity);
}

void read(QDataStream &in, Caller &caller)
{
    quint64 connection = 0;
    bool identified = false;
    in >> connection >> caller.request >> caller.address >> identified;
    caller.connection = connection;
    if (identified)
        read(in, caller.identity.emplace());
}

void write(QDataStream &out, const FinishedUpload &work)
{
    QByteArray file;
    protocol::JsonWriter json(file);
    protocol::Codec<protocol::Attachment>::encode(json, work.file);
    out << work.upload << quint8(work.purpose) << file << work.thumbnail.has_value();
    write(out, work.bytes);
    if (work.thumbnail)
        write(out, *work.thumbnail);
}

void read(QDataStream &in, FinishedUpload &work)
{
    QByteArray file;
    bool thumbnail = false;
    in >> work.upload;
    readEnum(in, work.purpose, UploadFor::Post);
    in >> file >> thumbnail;
    read(in, work.bytes);
    if (thumbnail)
        read(in, work.thumbnail.emplace());
    auto attachment = protocol::Codec<protocol::Attachment>::decode(QJsonDocument::fromJson(file).object(), {}, QString());
    if (attachment)
        work.file = std::move(*attachment);
    else
        in.setStatus(QDataStream::ReadCorruptData);
}

struct Writer {
    QDataStream &out;

    void operator()(const Command &command) const
    {
        out << quint8(Kind::Command) << visit([](const auto &c) { return written(c); }, command);
    }
    void operator()(const SignUpHashed &work) const { out << quint8(Kind::SignUpHashed) << written(work.command) << work.passwordHash << work.demo; }
    void operator()(const PasswordProved &work) const { out << quint8(Kind::PasswordProved) << work.account << work.attempt << work.device << work.rehashed; }
    void operator()(const DeviceGone &work) const
    {
        out << quint8(Kind::DeviceGone) << quint64(work.connection);
        write(out, work.identity);
    }
    void operator()(const FinishedUpload &work) const
    {
        out << quint8(Kind::FinishedUpload);
        write(out, work);
    }
    void operator()(const DropFiles &work) const
    {
        out << quint8(Kind::DropFiles) << qint32(work.hashes.size());
        for (const FileHash &hash : work.hashes)
            out << hash;
    }
    void operator()(const Replay &work) const
    {
        out << quint8(Kind::Replay) << work.letter;
        write(out, work.job->caller);
        std::visit(Writer{out}, work.job->work);
    }
    // These stay where they arise.
    void operator()(const Tick &) const { out.setStatus(QDataStream::WriteFailed); }
    void operator()(const TakenOver &) const { out.setStatus(QDataStream::WriteFailed); }
};

//! Up to that kind.
std::optional<Work> readWork(QDataStream &in, Kind last)
{
    Kind kind = Kind::Command;
    readEnum(in, kind, last);
    switch (kind) {
    case Kind::Command: {
        QByteArray json;
        in >> json;
        auto command = readCommand(json);
        return command ? std::optional<Work>(std::move(*command)) : std::nullopt;
    }
    case Kind::SignUpHashed: {
        QByteArray json, hash;
        bool demo = false;
        in >> json >> hash >> demo;
        const auto command = readCommand(json);
        const auto *signUp = command ? command->as<cmd::SignUp>() : nullptr;
        return signUp ? std::optional<Work>(SignUpHashed{*signUp, hash, demo}) : std::nullopt;
    }
    case Kind::PasswordProved: {
        PasswordProved work;
        in >> work.account >> work.attempt >> work.device >> work.rehashed;
        return work;
    }
    case Kind::DeviceGone: {
        DeviceGone work;
        quint64 connection = 0;
        in >> connection;
        work.connection = connection;
        read(in, work.identity);
        return work;
    }
    case Kind::FinishedUpload: {
        FinishedUpload work;
        read(in, work);
        return work;
    }
    case Kind::DropFiles: {
        DropFiles work;
        qint32 count = 0;
        in >> count;
        for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i)
            in >> work.hashes.emplaceBack();
        return work;
    }
    case Kind::Replay: {
        Replay work;
        Job job{{}, Tick()};
        in >> work.letter;
        read(in, job.caller);
        auto inner = readWork(in, Kind::DropFiles); // never one within another
        if (!inner)
            return std::nullopt;
        job.work = std::move(*inner);
        work.job = std::make_shared<const Job>(std::move(job));
        return work;
    }
    }
    return std::nullopt;
}

template <class C>
concept InRoom = requires(const C &c) { { c.room } -> std::convertible_to<RoomId>; };
template <class C>
concept OnPost = requires(const C &c) { { c.post } -> std::convertible_to<PostId>; };
template <class C>
concept AtTable = requires(const C &c) { { c.table } -> std::convertible_to<TableId>; };

//! The same for all commands on one thing; empty: whose it is decides.
template <class C>
QByteArray keyOfCommand(const C &command)
{
    if constexpr (C::spec.family == protocol::Family::Nearby || C::spec.family == protocol::Family::Date)
        return "house";
    else if constexpr (InRoom<C>)
        return command.room.toBytes();
    else if constexpr (OnPost<C>)
        return command.post.toBytes();
    else if constexpr (AtTable<C>)
        return command.table.toBytes();
    else
        return {};
}

} // namespace

QByteArray encodeJob(const SentJob &sent)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(format);
    out << version << toMs(sent.sent);
    write(out, sent.job.caller);
    std::visit(Writer{out}, sent.job.work);
    return out.status() == QDataStream::Ok ? bytes : QByteArray();
}

std::optional<SentJob> decodeJob(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(format);
    quint8 written = 0;
    qint64 at = 0;
    SentJob out{{{}, Tick()}, {}};
    in >> written >> at;
    if (written != version)
        return std::nullopt;
    out.sent = fromMs(at);
    read(in, out.job.caller);
    auto work = in.status() == QDataStream::Ok ? readWork(in, Kind::Replay) : std::nullopt;
    if (!work || in.status() != QDataStream::Ok || !in.atEnd())
        return std::nullopt;
    out.job.work = std::move(*work);
    return out;
}

QByteArray keyOf(const Job &job)
{
    QByteArray key;
    if (const auto *command = std::get_if<Command>(&job.work))
        key = visit([](const auto &c) { return keyOfCommand(c); }, *command);
    else if (const auto *gone = std::get_if<DeviceGone>(&job.work))
        return gone->identity.account.toBytes();
    else if (const auto *proved = std::get_if<PasswordProved>(&job.work))
        return proved->account.toBytes();
    else if (const auto *again = std::get_if<Replay>(&job.work))
        return keyOf(*again->job);
    else if (std::holds_alternative<Tick>(job.work) || std::holds_alternative<DropFiles>(job.work))
        return "house";
    if (!key.isEmpty())
        return key;
    return job.caller.identity ? job.caller.identity->account.toBytes() : QByteArray::number(quint64(job.caller.connection));
}

int streamOf(const QByteArray &key, int streams)
{
    if (key == "house")
        return houseStream;
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha1);
    return int(qFromBigEndian<quint32>(hash.constData()) % quint32(streams));
}

} // namespace jjak::engine
