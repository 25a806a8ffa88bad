// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/core/notify/notices.h"

namespace jjak::desktop {

//! A notification in words, all of them plain text.
struct Notice {
    QString title;
    QString text;
    bool strong = false;   //!< stays until it is withdrawn
    bool readable = false; //!< it is about messages, which can be marked as read right there
    bool operator==(const Notice &) const = default;
};

//! A way to show notifications, at most one about each thing.
class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! In place of what is shown about the same.
    virtual void show(const client::About &about, const Notice &notice) = 0;
    //! Does nothing when nothing is shown about it.
    virtual void withdraw(const client::About &about) = 0;

Q_SIGNALS:
    //! Somebody clicked it.
    void opened(const jjak::client::About &about);
    void readWanted(const jjak::client::About &about);
    //! It is gone without having been withdrawn.
    void closed(const jjak::client::About &about);
    //! It could not be shown; another way may.
    void failed(const jjak::client::About &about, const jjak::desktop::Notice &notice);
};

} // namespace jjak::desktop
