// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <vector>

#include "client/core/lounge/pictures.h"
#include "client/core/net/uploads.h"
#include "common/base/rng.h"

namespace jjak::client {

//! The pictures of a post that is being written, in their order: those that are there, those on their way, those that were
//! refused. What is on its way goes on after a lost connection. It knows neither the post nor where the bytes come from.
class PictureTray final : public QObject {
    Q_OBJECT

public:
    //! One of them.
    struct Item {
        enum class State { Sending, Done, Refused };
        int id = 0;
        QString name = {};
        QByteArray bytes = {}; //!< as they go up; empty: it was there before
        State state = State::Sending;
        qint64 sent = 0;
        Error error = {};      //!< while Refused
        ClientId cid = {};
        protocol::Picture picture = {}; //!< when Done
        bool posted = false;   //!< a post has it already
        int percent() const { return bytes.isEmpty() ? 100 : int(sent * 100 / bytes.size()); }
    };

    PictureTray(Uploads &uploads, Pictures &pictures, Rng &rng, QObject *parent = nullptr);
    //! Gives up what is on its way.
    ~PictureTray() override;

    //! Instead of what is there, which is given up. `posted`: those of a post that is changed.
    void begin(const QList<protocol::Picture> &pictures, bool posted);
    //! Sends it up. Errors: bad_field when there is nothing in it or there are enough, file.too_large.
    Result<int> add(const QByteArray &bytes, const QString &name);
    //! Once more, of one that was refused.
    void retry(int id);
    void remove(int id);
    void clear();
    //! Those that are there and not among these leave the tray and nothing else: they are posted, or belong to nobody.
    void keepOnly(const QList<protocol::Picture> &pictures);
    //! Whether those that are there still are: lost() tells which are not.
    void check();

    const std::vector<Item> &items() const { return m_items; }
    const Item *item(int id) const;
    //! Those that are there, in order.
    QList<protocol::Picture> pictures() const;
    int count(Item::State state) const;
    int room() const { return limits::postPictures - int(m_items.size()); }

    //! For the lounge: signed in again.
    void resume();
    //! For the lounge: it was somebody else's.
    void forget();

Q_SIGNALS:
    //! There are others, or one is in another state.
    void changed();
    void progress(int id);
    //! Nobody posted these in time, so the server has thrown them away; they have left the tray.
    void lost(const QStringList &names);

private:
    using It = std::vector<Item>::iterator;
    It find(int id);
    void send(Item &item);
    void giveUp(const Item &item);
    void finished(ClientId cid, const Result<protocol::Picture> &answer);

    Uploads &m_uploads;
    Pictures &m_pictures;
    Rng &m_rng;
    std::vector<Item> m_items;
    int m_lastId = 0;
};

} // namespace jjak::client
