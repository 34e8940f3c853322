#pragma once

#include "ui/shared/speller.h"

#include <QHash>
#include <QMutex>

#include <memory>

class Hunspell;

namespace signalbox {

// Spelling by the Hunspell dictionaries of this machine, each read when it is first asked. May be asked on any thread.
class HunspellSpeller final : public Speller {
public:
    // Folders with NAME.aff and NAME.dic; the first one that has a name wins.
    explicit HunspellSpeller(const QStringList& folders = usualFolders());
    ~HunspellSpeller() override;

    static QStringList usualFolders();

    QString dictionaryFor(const QString& language) override;
    bool knows(const QString& dictionary, const QString& word) override;
    QStringList suggestions(const QString& dictionary, const QString& word) override;

private:
    struct Dictionary;
    QHash<QString, QString> found() const;
    const QHash<QString, QString>& files();   // looked for once
    Dictionary* opened(const QString& name);

    QStringList m_folders;
    QMutex m_mutex;
    QHash<QString, QString> m_files;   // name -> path without suffix
    QHash<QString, std::shared_ptr<Dictionary>> m_opened;
};

}
