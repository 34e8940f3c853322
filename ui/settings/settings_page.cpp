#include "ui/settings/settings_page.h"

#include "ui/settings/agents_pane.h"
#include "ui/settings/alert_post_pane.h"
#include "ui/settings/appearance_pane.h"
#include "ui/settings/canned_pane.h"
#include "ui/settings/channel_pane.h"
#include "ui/settings/desk_pane.h"
#include "ui/settings/faq_pane.h"
#include "ui/settings/practice_pane.h"
#include "ui/settings/profile_pane.h"
#include "ui/shared/row_delegate.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace signalbox {

SettingsPage::SettingsPage(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_sections(new QListWidget(this)), m_panes(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settingsPage"));
    Theme& theme = context.theme;
    setSurface(*this, theme, ThemeColor::Panel);
    auto* commands = new CommandAnswers(context.port, context.model, this);
    // In the order of Section.
    const std::pair<QString, QWidget*> sections[]{
        {tr("Channels"), new ChannelPane(context, *commands)},          {tr("FAQ"), new FaqPane(context, *commands)},
        {tr("Company profile"), new ProfilePane(context, *commands)},   {tr("Agents and skills"), new AgentsPane(context, *commands)},
        {tr("Desk"), new DeskPane(context, *commands)},                 {tr("Canned replies"), new CannedPane(context, *commands)},
        {tr("Alerts"), new AlertPostPane(context, *commands)},          {tr("Practice visitors"), new PracticePane(context, *commands)},
        {tr("Appearance"), new AppearancePane(context)},
    };
    for (const auto& [name, pane] : sections) {
        m_sections->addItem(name);
        m_panes->addWidget(pane);
    }
    m_sections->setObjectName(QStringLiteral("settingsSections"));
    m_sections->setAccessibleName(tr("Sections of the settings"));
    m_sections->setItemDelegate(new RowDelegate(theme, m_sections));
    m_sections->setMouseTracking(true);
    m_sections->setFrameShape(QFrame::NoFrame);
    setSurface(*m_sections->viewport(), theme, ThemeColor::Raised);

    auto* left = new QWidget(this);
    setSurface(*left, theme, ThemeColor::Raised);
    left->setFixedWidth(theme.px(216));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(new PaneHeader(theme, tr("Settings"), left));
    column->addWidget(m_sections, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addWidget(left);
    row->addWidget(m_panes, 1);
    connect(m_sections, &QListWidget::currentRowChanged, m_panes, &QStackedWidget::setCurrentIndex);
    m_sections->setCurrentRow(0);
}

QStringList SettingsPage::sectionNames() const
{
    QStringList names;
    for (int row = 0; row < m_sections->count(); ++row)
        names << m_sections->item(row)->text();
    return names;
}

void SettingsPage::showSection(Section section) { m_sections->setCurrentRow(int(section)); }

}
