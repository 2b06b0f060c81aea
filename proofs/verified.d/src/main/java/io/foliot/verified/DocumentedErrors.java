package io.foliot.verified;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compares the {@code @throws} tags of public methods with the exceptions that the proofs found:
 * the two must be the same.
 */
final class DocumentedErrors {
  /** The documented exceptions of public methods, by class, method and parameters. */
  private final Map<String, Set<String>> documented = new HashMap<>();

  private DocumentedErrors() {}

  /** The number of methods compared in the first line, then the differences. */
  static List<String> check(List<Proof> proofs, List<Path> sources) throws IOException {
    DocumentedErrors errors = new DocumentedErrors();
    errors.read(sources);
    return errors.compare(proofs);
  }

  private void read(List<Path> folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (var paths = Files.walk(folder)) {
        paths
            .filter(path -> path.toString().endsWith(".java"))
            .filter(path -> !path.endsWith("module-info.java"))
            .forEach(files::add);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Methods(docs).scan(unit, null);
      }
    }
  }

  private final class Methods extends TreePathScanner<Void, String> {
    private final DocTrees docs;

    Methods(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree tree, String outer) {
      return super.visitClass(tree, tree.getSimpleName().toString());
    }

    @Override
    public Void visitMethod(MethodTree tree, String owner) {
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      if (comment != null && tree.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        Set<String> named = new TreeSet<>();
        comment
            .getBlockTags()
            .forEach(
                tag -> {
                  if (tag instanceof ThrowsTree thrown) {
                    named.add(thrown.getExceptionName().getSignature());
                  }
                });
        String parameters =
            tree.getParameters().stream()
                .map(parameter -> parameter.getType().toString())
                .collect(Collectors.joining(", ", "(", ")"));
        documented.put(owner + "." + tree.getName() + parameters, named);
      }
      return null;
    }
  }

  private List<String> compare(List<Proof> proofs) {
    Map<String, Set<String>> thrown = new LinkedHashMap<>();
    for (Proof proof : proofs) {
      Theorem theorem = proof.theorem();
      if (!theorem.isLemma() && documented.containsKey(key(theorem))) {
        Set<String> names = thrown.computeIfAbsent(key(theorem), key -> new TreeSet<>());
        for (Proof.Walk walk : proof.walks()) {
          if (walk.exception() != null) {
            names.add(walk.exception().substring(walk.exception().lastIndexOf('.') + 1));
          }
        }
      }
    }
    List<String> findings = new ArrayList<>();
    findings.add(thrown.size() + " public methods throw what their Javadoc names");
    thrown.forEach(
        (method, names) -> {
          if (!names.equals(documented.get(method))) {
            findings.add(
                method + " throws " + names + ", and its Javadoc says " + documented.get(method));
          }
        });
    return findings;
  }

  private static String key(Theorem theorem) {
    String parameters =
        MethodTypeDesc.ofDescriptor(theorem.descriptor()).parameterList().stream()
            .map(ClassDesc::displayName)
            .collect(Collectors.joining(", ", "(", ")"));
    return theorem.owner.substring(theorem.owner.lastIndexOf('/') + 1)
        + "."
        + theorem.method
        + parameters;
  }
}
