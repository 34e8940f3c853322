#include "ui/window/desk_menu.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"

#include <QCoreApplication>
#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* words) { return QCoreApplication::translate("DeskMenu", words); }

}

QString roleName(Role role)
{
    switch (role) {
    case Role::Agent:
        return tr("Agent");
    case Role::Lead:
        return tr("Lead");
    case Role::Supervisor:
        break;
    }
    return tr("Supervisor");
}

QMenu* newDeskMenu(const PageContext& context, QWidget* parent)
{
    auto* menu = new QMenu(parent);
    menu->setObjectName(u"deskMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* title = menu->addAction(tr("Who is at this desk?"));
    title->setEnabled(false);
    ConsoleModel& model = context.model;
    for (const auto& [id, agent] : model.agents()) {
        const Session choice{id, line(agent.agent.name, 80), agent.agent.role};
        QString words = choice.name;
        QAction* action = menu->addAction(u"%1\t%2"_s.arg(words.replace(u'&', u"&&"_s), roleName(choice.role)));
        action->setObjectName(u"desk-"_s + text(id.value));
        action->setCheckable(true);
        action->setChecked(context.session.agent == id);
        QObject::connect(action, &QAction::triggered, &model, [&model, choice] { model.setSession(choice); });
    }
    if (model.agents().empty()) {
        QAction* action = menu->addAction(tr("Supervisor, until somebody is added in Settings"));
        action->setCheckable(true);
        action->setChecked(true);
        QObject::connect(action, &QAction::triggered, &model, [&model] {
            model.setSession(Session{{}, {}, Role::Supervisor});
        });
    }
    return menu;
}

}
