// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/desktop/context.h"
#include "client/desktop/files/thumbnail_store.h"

namespace jjak::desktop {

//! The small pictures of image messages: fetched when one is drawn for the first time, remembered as long as there is
//! room. Pictures of others are blurred until somebody has looked at one on purpose, or trusts their conversation.
class Thumbnails final : public QObject {
    Q_OBJECT

public:
    explicit Thumbnails(Context &context, QObject *parent = nullptr);

    //! Null as long as it is not here; arrived() follows. A picture that cannot be had is not asked for again before reset().
    QPixmap get(RoomId room, qint64 seq, bool mine);
    //! One that waits to be sent.
    QPixmap outgoing(ClientId cid);

    bool isBlurred(RoomId room, qint64 seq, bool mine) const;
    //! Shown plainly from now on, as long as the program runs.
    void reveal(RoomId room, qint64 seq);
    //! Everything of that conversation is shown plainly, also after the next start.
    void trust(RoomId room);
    //! The connection is back: what could not be had may be asked for again.
    void reset();

Q_SIGNALS:
    void arrived(jjak::RoomId room, qint64 seq);

private:
    using Key = std::pair<RoomId, qint64>;
    void fetch(const Key &key);

    Context &m_context;
    ThumbnailStore<Key> m_pictures;
    QCache<ClientId, QPixmap> m_outgoing{ThumbnailStore<Key>::rememberedKib};
    QSet<QString> m_trusted;
};

} // namespace jjak::desktop
