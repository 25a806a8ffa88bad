// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace jjak::desktop {

class ActionList;
class LanguageBox;
class Notifications;
class NotifySection;
class PrivacySection;
class ThemeBox;

//! Settings: language and look, notifications, what others see, the account and its devices, blocked people, and what this program is.
class SettingsPage final : public Translated<QWidget> {
    Q_OBJECT

public:
    SettingsPage(Context &context, Notifications &notifications, QWidget *parent = nullptr);
    void focusFirst();
    NotifySection *notifySection() const { return m_notify; }
    PrivacySection *privacySection() const { return m_privacy; }

Q_SIGNALS:
    void said(const QString &sentence);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    //! A card with a heading; what belongs into it is put into the layout.
    QVBoxLayout *addSection(QVBoxLayout *column, QLabel *&heading);
    void makeLook(QVBoxLayout *column);
    void makeAccount(QVBoxLayout *column);
    void makeAbout(QVBoxLayout *column);
    void refreshAccount();
    void loadDevices();
    void showDevices(const QList<protocol::DeviceInfo> &devices);
    void revoke(const protocol::DeviceInfo &device);
    void loadBlocks();
    void showBlocks(const QList<protocol::BlockInfo> &blocks);
    void askSignOut();

    Context &m_context;
    QLabel *m_title = nullptr;
    QLabel *m_lookHeading = nullptr;
    QLabel *m_languageLabel = nullptr;
    LanguageBox *m_language = nullptr;
    QLabel *m_themeLabel = nullptr;
    ThemeBox *m_theme = nullptr;
    QLabel *m_zoomLabel = nullptr;
    QComboBox *m_zoom = nullptr;
    QLabel *m_notifyHeading = nullptr;
    NotifySection *m_notify = nullptr;
    QLabel *m_privacyHeading = nullptr;
    PrivacySection *m_privacy = nullptr;
    QLabel *m_accountHeading = nullptr;
    QLabel *m_who = nullptr;
    QLabel *m_where = nullptr;
    QPushButton *m_signOut = nullptr;
    QLabel *m_devicesHeading = nullptr;
    ActionList *m_devices = nullptr;
    QLabel *m_blocksHeading = nullptr;
    ActionList *m_blocks = nullptr;
    QLabel *m_aboutHeading = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_credits = nullptr;
};

} // namespace jjak::desktop
