#include "ui/settings/appearance_pane.h"

#include "ui/settings/form.h"
#include "ui/shared/theme.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace signalbox {

AppearancePane::AppearancePane(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_theme(context.theme), m_scheme(new QComboBox(this)), m_size(new QComboBox(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, m_theme, tr("Appearance"), tr("How the window looks at this desk. Nobody else's changes."), this);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(m_theme.px(24), m_theme.px(16), m_theme.px(24), m_theme.px(16));
    body->setSpacing(m_theme.px(4));
    m_scheme->setObjectName(QStringLiteral("colourScheme"));
    m_scheme->addItem(tr("As the desktop"), int(Theme::Scheme::System));
    m_scheme->addItem(tr("Light"), int(Theme::Scheme::Light));
    m_scheme->addItem(tr("Dark"), int(Theme::Scheme::Dark));
    m_size->setObjectName(QStringLiteral("textSize"));
    for (int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        m_size->addItem(tr("%1 %").arg(percent), percent);
    const std::pair<QString, QComboBox*> fields[]{{tr("Colours"), m_scheme}, {tr("Text size"), m_size}};
    for (const auto& [label, field] : fields) {
        QLabel* name = newLabel(label, m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
        name->setBuddy(field);
        field->setAccessibleName(label);
        field->setFixedWidth(m_theme.px(220));
        body->addWidget(name);
        body->addWidget(field);
        body->addSpacing(m_theme.px(10));
    }
    body->addStretch();
    column->addLayout(body, 1);
    connect(m_scheme, &QComboBox::activated, this, [this] { m_theme.setScheme(Theme::Scheme(m_scheme->currentData().toInt())); });
    connect(m_size, &QComboBox::activated, this, [this] { m_theme.setTextScale(m_size->currentData().toInt() / 100.0); });
    connect(&m_theme, &Theme::changed, this, &AppearancePane::refresh);
    refresh();
}

void AppearancePane::refresh()
{
    m_scheme->setCurrentIndex(m_scheme->findData(int(m_theme.scheme())));
    const int percent = int(std::lround(m_theme.textScale() * 100));
    if (m_size->findData(percent) < 0)
        m_size->addItem(tr("%1 %").arg(percent), percent);
    m_size->setCurrentIndex(m_size->findData(percent));
}

}
