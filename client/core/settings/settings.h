// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QUrl>
#include <memory>
#include <optional>

#include "client/core/notify/choice.h"
#include "common/protocol/values.h"

namespace jjak::client {

//! The place somebody chose last, as far as it may be stored: its label and its cell, never a coordinate.
struct SavedPlace {
    QString label;
    Cell cell;
    bool operator==(const SavedPlace &) const = default;
};

//! What the user chose and every start should remember. Typed access to one settings file; holds no secrets.
class Settings {
public:
    //! Empty path: this user's settings of the running program.
    explicit Settings(const QString &path = {});

    //! ws:// or wss://; the default is this machine.
    QUrl server() const;
    void setServer(const QUrl &server);
    //! What a person types as an address: "jjak.example.org" becomes wss://jjak.example.org/, a loopback name or number
    //! ws://…:4627/. nullopt for what can be no address; another scheme than ws or wss is refused.
    static std::optional<QUrl> serverFrom(const QString &typed);

    //! "ko", "en"; empty: as the system.
    QString language() const;
    void setLanguage(const QString &language);
    //! "light", "dark"; empty: as the system.
    QString theme() const;
    void setTheme(const QString &theme);
    //! The account name that was used last, to begin the sign-in page with.
    QString name() const;
    void setName(const QString &name);
    //! What to call this device; default: the host's name.
    QString deviceLabel() const;
    void setDeviceLabel(const QString &label);
    bool staySignedIn() const;
    void setStaySignedIn(bool stay);
    //! What to be told, and when. Of a damaged file what makes no sense is as at first.
    NotifyChoice notify() const;
    void setNotify(const NotifyChoice &choice);
    //! Whether a terminal rings, and whether the number of unread messages stands in its title.
    bool bell() const;
    void setBell(bool on);
    bool unreadTitle() const;
    void setUnreadTitle(bool on);
    //! Whether the program goes on in the tray when its window is closed.
    bool closeToTray() const;
    void setCloseToTray(bool on);

    std::optional<SavedPlace> place() const;
    void setPlace(const std::optional<SavedPlace> &place);
    Reach reach() const;
    void setReach(Reach reach);

    //! What only one program needs: window geometry, columns. Keys under its own group.
    QVariant extra(const QString &key, const QVariant &fallback = {}) const;
    void setExtra(const QString &key, const QVariant &value);

    //! Writes now what has changed; false when the file cannot be written.
    bool save();

private:
    std::unique_ptr<QSettings> m_file;
};

} // namespace jjak::client
