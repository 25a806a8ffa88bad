// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/pages/settings_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPointer>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/forms/look_boxes.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/makers.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "client/desktop/settings/action_list.h"
#include "client/desktop/settings/notify_section.h"
#include "client/desktop/settings/privacy_section.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int columnWidth = 640;
constexpr int zoomStep = 10;

QString dateText(Time at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(at)).date(), QLocale::ShortFormat);
}

} // namespace

SettingsPage::SettingsPage(Context &context, Notifications &notifications, QWidget *parent) : Translated(parent), m_context(context)
{
    const Theme &theme = context.theme;
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout;
    column->setSpacing(theme.px(16));
    m_title = makeLabel(inner, Tone::Display);
    column->addWidget(m_title);
    makeLook(column);
    m_notify = new NotifySection(context, notifications, inner);
    addSection(column, m_notifyHeading)->addWidget(m_notify);
    m_privacy = new PrivacySection(context, inner);
    addSection(column, m_privacyHeading)->addWidget(m_privacy);
    connect(m_privacy, &PrivacySection::said, this, &SettingsPage::said);
    makeAccount(column);
    m_devices = new ActionList(theme, inner);
    addSection(column, m_devicesHeading)->addWidget(m_devices);
    m_blocks = new ActionList(theme, inner);
    addSection(column, m_blocksHeading)->addWidget(m_blocks);
    makeAbout(column);
    column->addStretch();

    auto *middle = new QWidget(inner);
    middle->setLayout(column);
    middle->setMaximumWidth(theme.px(columnWidth));
    auto *row = new QHBoxLayout(inner);
    row->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    row->addStretch();
    row->addWidget(middle, 100);
    row->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new PlainScroll(inner, this));

    connect(&theme, &Theme::changed, this, [this, middle] {
        middle->setMaximumWidth(m_context.theme.px(columnWidth));
        m_zoom->setCurrentIndex(m_zoom->findData(m_context.theme.zoom()));
    });
    connect(&context.session, &client::Session::signedIn, this, &SettingsPage::refreshAccount);
    connect(&context.session, &client::Session::synced, this, [this] {
        refreshAccount();
        if (isVisible()) {
            loadDevices();
            loadBlocks();
        }
    });
    retranslate();
}

QVBoxLayout *SettingsPage::addSection(QVBoxLayout *column, QLabel *&heading)
{
    const Theme &theme = m_context.theme;
    auto *card = new Card(theme, this);
    heading = makeLabel(card, Tone::Title);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    layout->setSpacing(theme.px(10));
    layout->addWidget(heading);
    column->addWidget(card);
    return layout;
}

void SettingsPage::makeLook(QVBoxLayout *column)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setSpacing(m_context.theme.px(10));
    m_language = new LanguageBox(m_context, this);
    m_theme = new ThemeBox(m_context, this);
    m_zoom = new QComboBox(this);
    for (int percent = Theme::smallestZoom; percent <= Theme::largestZoom; percent += zoomStep)
        m_zoom->addItem(u"%1 %"_s.arg(percent), percent);
    m_zoom->setCurrentIndex(m_zoom->findData(m_context.theme.zoom()));
    m_languageLabel = makeLabel(this);
    m_themeLabel = makeLabel(this);
    m_zoomLabel = makeLabel(this);
    m_languageLabel->setBuddy(m_language);
    m_themeLabel->setBuddy(m_theme);
    m_zoomLabel->setBuddy(m_zoom);
    form->addRow(m_languageLabel, m_language);
    form->addRow(m_themeLabel, m_theme);
    form->addRow(m_zoomLabel, m_zoom);
    addSection(column, m_lookHeading)->addLayout(form);
    connect(m_zoom, &QComboBox::activated, this, [this](int index) {
        const int percent = m_zoom->itemData(index).toInt();
        m_context.theme.setZoom(percent);
        m_context.settings.setExtra(u"zoom"_s, percent);
    });
}

void SettingsPage::makeAccount(QVBoxLayout *column)
{
    m_who = makeLabel(this, Tone::Strong);
    m_where = makeLabel(this, Tone::Muted);
    m_signOut = makeButton(this);
    QVBoxLayout *section = addSection(column, m_accountHeading);
    section->addWidget(m_who);
    section->addWidget(m_where);
    section->addWidget(m_signOut, 0, Qt::AlignLeft);
    connect(m_signOut, &QPushButton::clicked, this, &SettingsPage::askSignOut);
}

void SettingsPage::makeAbout(QVBoxLayout *column)
{
    m_about = makeLabel(this);
    m_credits = makeLabel(this, Tone::Muted);
    QVBoxLayout *section = addSection(column, m_aboutHeading);
    section->addWidget(m_about);
    section->addWidget(m_credits);
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_lookHeading->setText(tr("Language and look"));
    m_languageLabel->setText(tr("Language"));
    m_themeLabel->setText(tr("Look"));
    m_zoomLabel->setText(tr("Text size"));
    m_zoom->setAccessibleName(tr("Text size in percent"));
    m_notifyHeading->setText(tr("Notifications"));
    m_privacyHeading->setText(tr("What others see of you"));
    m_accountHeading->setText(tr("Account"));
    m_signOut->setText(tr("Sign out"));
    m_devicesHeading->setText(tr("Where you are signed in"));
    m_blocksHeading->setText(tr("Blocked people"));
    m_aboutHeading->setText(tr("About Jjak"));
    m_about->setText(tr("Jjak %1 is free software: you may use, study, share and change it under the GNU General Public License, version 3 or later. It comes without any warranty.")
                         .arg(QStringLiteral(JJAK_VERSION)));
    m_credits->setText(tr("The names of places come from GeoNames (geonames.org), under the licence CC BY 4.0."));
    refreshAccount();
    if (isVisible()) {
        loadDevices();
        loadBlocks();
    }
}

void SettingsPage::refreshAccount()
{
    const auto &account = m_context.session.state().account;
    m_who->setText(account ? tr("You are %1 on %2.", "a name, then a server").arg(account->name, m_context.session.server().host()) : QString());
    m_where->setText(m_context.settings.staySignedIn() ? client::sentence(m_context.secrets.where()) : tr("You will be asked for your password the next time you start Jjak."));
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshAccount();
    loadDevices();
    loadBlocks();
}

void SettingsPage::focusFirst()
{
    m_language->setFocus();
}

void SettingsPage::loadDevices()
{
    const QPointer<SettingsPage> self(this);
    m_context.session.listDevices([self](const Result<QList<protocol::DeviceInfo>> &result) {
        if (self && result)
            self->showDevices(*result);
        else if (self)
            self->m_devices->setSentence(client::sentence(result.error()));
    });
}

void SettingsPage::showDevices(const QList<protocol::DeviceInfo> &devices)
{
    QList<ActionList::Line> lines;
    for (const protocol::DeviceInfo &device : devices) {
        ActionList::Line line;
        line.text = device.label;
        line.detail = device.current ? tr("This device, signed in since %1").arg(dateText(device.since)) : tr("Last used on %1").arg(dateText(device.used));
        if (!device.current) {
            line.action = tr("Sign out there");
            line.actionName = tr("Sign out %1").arg(device.label);
            line.trigger = [this, device] { revoke(device); };
        }
        lines.append(line);
    }
    m_devices->setLines(lines);
}

void SettingsPage::revoke(const protocol::DeviceInfo &device)
{
    const QPointer<SettingsPage> self(this);
    m_context.session.revokeDevice(device.device, [self, label = device.label](const Result<> &result) {
        if (!self)
            return;
        Q_EMIT self->said(result ? tr("%1 is signed out.").arg(label) : client::sentence(result.error()));
        self->loadDevices();
    });
}

void SettingsPage::loadBlocks()
{
    const QPointer<SettingsPage> self(this);
    m_context.session.listBlocks([self](const Result<QList<protocol::BlockInfo>> &result) {
        if (self && result)
            self->showBlocks(*result);
        else if (self)
            self->m_blocks->setSentence(client::sentence(result.error()));
    });
}

void SettingsPage::showBlocks(const QList<protocol::BlockInfo> &blocks)
{
    if (blocks.isEmpty()) {
        m_blocks->setSentence(tr("You have blocked nobody. You can block somebody in a conversation or when they are proposed to you."));
        return;
    }
    QList<ActionList::Line> lines;
    for (const protocol::BlockInfo &block : blocks) {
        const QString name = block.name.isEmpty() ? tr("Somebody who was proposed to you") : block.name;
        const auto unblock = [this, id = block.block] {
            const QPointer<SettingsPage> self(this);
            m_context.session.unblock(id, [self](const Result<> &result) {
                if (self && !result)
                    Q_EMIT self->said(client::sentence(result.error()));
                if (self)
                    self->loadBlocks();
            });
        };
        lines.append({name, tr("Blocked since %1").arg(dateText(block.since)), tr("Unblock"), tr("Unblock %1").arg(name), unblock});
    }
    m_blocks->setLines(lines);
}

void SettingsPage::askSignOut()
{
    const int unsent = m_context.session.unsentCount();
    const QString text = unsent > 0 ? tr("%n message(s) could not be sent yet and would be lost. Your conversations stay on the server.", nullptr, unsent)
                                    : tr("Your conversations stay on the server. What is kept on this computer is erased.");
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Sign out?"), text, tr("Sign out"), window());
    connect(dialog, &QDialog::accepted, this, [this] { m_context.session.signOut(); });
    dialog->open();
}

} // namespace jjak::desktop
