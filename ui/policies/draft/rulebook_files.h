#pragma once

#include "routing/rulebook/rulebook_json.h"
#include "ui/policies/studio_context.h"
#include "ui/shared/background_work.h"

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace signalbox {

// The draft as a file and a file as the draft, for keeping rules under version control.
class RulebookFiles : public QObject {
    Q_OBJECT

public:
    // `window`: what its dialogs belong to.
    RulebookFiles(const StudioContext& context, QWidget& window);

    void importFile();
    void exportDraft();

Q_SIGNALS:
    void told(bool well, const QString& what, const QString& why);

private:
    void take(const QString& file, const std::shared_ptr<const RulebookReading>& reading);
    void showErrors(const QString& file, const std::shared_ptr<const RulebookReading>& reading);

    StudioContext m_context;
    QWidget& m_window;
    BackgroundWork m_reading;
};

}
